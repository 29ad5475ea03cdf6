namespace GymSharp.Randomness;

/// <summary>How exponential numbers are made. The two give different numbers from the same stream.</summary>
public enum ExponentialMethod
{
    /// <summary>The ziggurat method: fast, and NumPy's default.</summary>
    Ziggurat,

    /// <summary>The inverse of the distribution function: exactly one uniform number each.</summary>
    Inverse,
}
