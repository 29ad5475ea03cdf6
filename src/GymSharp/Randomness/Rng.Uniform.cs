using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <content>Numbers that are uniform on an interval.</content>
public sealed partial class Rng
{
    /// <summary>A uniform number in [0, 1), a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Random() => core.NextDouble();

    /// <summary>A uniform single-precision number in [0, 1), a multiple of 2^-24; takes half a 64-bit word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float RandomSingle() => (int)(NextUInt32() >> 8) * (1.0f / 16777216.0f);

    /// <summary>Fills an array with what as many calls of <see cref="Random()"/> give.</summary>
    public void Random(Span<double> destination)
    {
        Pcg64 local = core;
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = local.NextDouble();
        }

        core = local;
    }

    /// <summary>Fills an array with what as many calls of <see cref="RandomSingle"/> give.</summary>
    public void Random(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = RandomSingle();
        }
    }

    /// <summary>A uniform number: <c>low + (high - low) * Random()</c>.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The upper bound, not below <paramref name="low"/>; reached only through rounding.</param>
    /// <exception cref="ArgumentException">The bounds are not finite, too far apart, or in the wrong order.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(double low, double high)
    {
        double range = high - low;
        if (!(range >= 0.0 && range <= double.MaxValue))
        {
            ThrowUniformRange(low, high);
        }

        return low + (range * Random());
    }

    /// <summary>Fills an array with what as many calls of <see cref="Uniform(double, double)"/> give.</summary>
    /// <exception cref="ArgumentException">The bounds are not finite, too far apart, or in the wrong order.</exception>
    public void Uniform(double low, double high, Span<double> destination)
    {
        double range = high - low;
        if (!(range >= 0.0 && range <= double.MaxValue))
        {
            ThrowUniformRange(low, high);
        }

        Pcg64 local = core;
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = low + (range * local.NextDouble());
        }

        core = local;
    }

    /// <summary>Fills an array with one uniform number per pair of bounds.</summary>
    /// <param name="low">Lower bounds, one per number; or fewer, which then repeat from the start.</param>
    /// <param name="high">Upper bounds, as many as <paramref name="low"/>.</param>
    /// <param name="destination">Receives the numbers; its length is a multiple of the number of bounds.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or a pair of bounds is not finite, too far apart, or in the wrong order.
    /// </exception>
    public void Uniform(ReadOnlySpan<double> low, ReadOnlySpan<double> high, Span<double> destination)
    {
        RequireBoundLengths(low.Length, high.Length, destination.Length);
        for (int i = 0; i < low.Length; i++)
        {
            double range = high[i] - low[i];
            if (!(range >= 0.0 && range <= double.MaxValue))
            {
                ThrowUniformRange(low[i], high[i]);
            }
        }

        for (int start = 0; start < destination.Length; start += low.Length)
        {
            for (int i = 0; i < low.Length; i++)
            {
                destination[start + i] = low[i] + ((high[i] - low[i]) * Random());
            }
        }
    }

    private static void RequireBoundLengths(int low, int high, int destination)
    {
        if (low != high)
        {
            throw new ArgumentException(
                $"{low} lower bounds do not fit {high} upper bounds; give as many of each.",
                nameof(high));
        }

        if (low == 0 ? destination != 0 : destination % low != 0)
        {
            throw new ArgumentException(
                $"{destination} numbers cannot be drawn from {low} pairs of bounds; "
                + "the length of the destination is a multiple of the number of bounds.",
                nameof(destination));
        }
    }

    private static void ThrowUniformRange(double low, double high) =>
        throw new ArgumentException(
            $"Uniform numbers need finite bounds, low <= high, and a finite difference; got {low} and {high}.",
            nameof(high));
}
