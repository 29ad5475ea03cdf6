using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>The generator of one environment of a batch: a counter and a mixing function.</summary>
/// <remarks>
/// Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators" (2014). Eight bytes per environment, and no
/// dependence on any other environment.
/// </remarks>
/// <param name="counter">Where the stream starts.</param>
internal struct SplitMix64(ulong counter)
{
    private ulong counter = counter;

    /// <summary>A uniform number in [low, high).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(double low, double high)
    {
        counter += 0x9E3779B97F4A7C15;
        ulong z = counter;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return low + ((high - low) * ((long)(z >> 11) * (1.0 / (1L << 53))));
    }
}
