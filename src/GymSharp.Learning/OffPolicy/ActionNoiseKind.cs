namespace GymSharp.Learning.OffPolicy;

/// <summary>What is added to actions so that others are tried as well.</summary>
public enum ActionNoiseKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Independent normal noise in every step.</summary>
    Normal,

    /// <summary>
    /// Noise that wanders, so that neighbouring steps have similar noise; Uhlenbeck and Ornstein (1930), "On the Theory
    /// of the Brownian Motion".
    /// </summary>
    OrnsteinUhlenbeck,
}
