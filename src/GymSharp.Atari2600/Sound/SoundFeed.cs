namespace GymSharp.Atari2600;

/// <summary>What enters the pulse register of a sound channel at the top.</summary>
internal enum SoundFeed : byte
{
    /// <summary>Always 1.</summary>
    One,

    /// <summary>Its own last two bits, by exclusive or: 15 steps.</summary>
    Poly4,

    /// <summary>Not its own first bit: 2 steps.</summary>
    Toggle,

    /// <summary>The bit that falls out of the noise register.</summary>
    Poly5,

    /// <summary>The same, while the noise register is fed from the end of both: 511 steps.</summary>
    Poly9,

    /// <summary>The bit that has come to the end of the noise register.</summary>
    NoiseEnd,

    /// <summary>A count of three; the other bits turn over as they move: 6 steps.</summary>
    Div3,
}
