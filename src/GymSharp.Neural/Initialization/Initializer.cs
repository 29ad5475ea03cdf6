using GymSharp.Randomness;

namespace GymSharp.Neural.Initialization;

/// <summary>First values of a layer's weight and bias.</summary>
public abstract class Initializer
{
    /// <summary>Fills weight and bias.</summary>
    /// <param name="set">Holds the numbers.</param>
    /// <param name="weight">The weight; its layout tells inputs from outputs.</param>
    /// <param name="bias">The bias, or null.</param>
    /// <param name="rng">Draws.</param>
    public abstract void Fill(ParameterSet set, Parameter weight, Parameter? bias, Rng rng);
}
