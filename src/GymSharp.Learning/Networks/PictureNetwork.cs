using GymSharp.Neural.Networks;

namespace GymSharp.Learning.Networks;

/// <summary>What a picture goes through before the hidden layers.</summary>
public enum PictureNetwork
{
    /// <summary><see cref="Nature"/> for pictures of 36×36 and more, <see cref="MinAtar"/> for smaller ones.</summary>
    Auto,

    /// <summary><see cref="NatureCnn"/>, of Mnih et al. (2015): for Atari's 84×84.</summary>
    Nature,

    /// <summary><see cref="FineCnn"/>: for half of that.</summary>
    Fine,

    /// <summary><see cref="FineWideCnn"/>: the same with more numbers, slower.</summary>
    FineWide,

    /// <summary><see cref="MinAtarCnn"/>, of Young and Tian (2019): for 10×10.</summary>
    MinAtar,

    /// <summary><see cref="ImpalaCnn"/>, of Espeholt et al. (2018): residual, slow, and often the best.</summary>
    Impala,
}
