namespace GymSharp.Randomness;

/// <content>Uniform, exponential and normal numbers.</content>
public sealed partial class LegacyRng
{
    /// <summary>A uniform number in [0, 1), a multiple of 2^-53, from two 32-bit words.</summary>
    public double Rand()
    {
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary><paramref name="count"/> uniform numbers in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public double[] Rand(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double[] numbers = new double[count];
        Rand(numbers);
        return numbers;
    }

    /// <summary>Fills an array with what as many calls of <see cref="Rand()"/> give.</summary>
    public void Rand(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Rand();
        }
    }

    /// <summary>A uniform number: <c>low + (high - low) * Rand()</c>. The bounds may be in either order.</summary>
    /// <exception cref="ArgumentException">The bounds are not finite, or too far apart.</exception>
    public double Uniform(double low, double high)
    {
        double range = RangeOf(low, high);
        return low + (range * Rand());
    }

    /// <summary>Fills an array with what as many calls of <see cref="Uniform(double, double)"/> give.</summary>
    /// <exception cref="ArgumentException">The bounds are not finite, or too far apart.</exception>
    public void Uniform(double low, double high, Span<double> destination)
    {
        double range = RangeOf(low, high);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = low + (range * Rand());
        }
    }

    /// <summary>An exponential number: <c>-scale * log(1 - Rand())</c>.</summary>
    /// <param name="scale">The mean, zero or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative mean.</exception>
    public double Exponential(double scale = 1.0)
    {
        if (scale < 0.0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale), scale, "Zero or a positive number was expected.");
        }

        return scale * -Math.Log(1.0 - Rand());
    }

    /// <summary>
    /// A normal number with mean 0 and standard deviation 1, by the polar method (Marsaglia and Bray 1964). Numbers
    /// come in pairs; the second is kept for the next call.
    /// </summary>
    public double StandardNormal()
    {
        if (keptGauss is double kept)
        {
            keptGauss = null;
            return kept;
        }

        double x;
        double y;
        double square;
        do
        {
            x = (2.0 * Rand()) - 1.0;
            y = (2.0 * Rand()) - 1.0;
            square = (x * x) + (y * y);
        }
        while (square is >= 1.0 or 0.0);

        double factor = Math.Sqrt(-2.0 * Math.Log(square) / square);
        keptGauss = factor * x;
        return factor * y;
    }

    /// <summary>Fills an array with what as many calls of <see cref="StandardNormal()"/> give.</summary>
    public void StandardNormal(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = StandardNormal();
        }
    }

    /// <summary><paramref name="count"/> normal numbers with mean 0 and standard deviation 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public double[] Randn(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double[] numbers = new double[count];
        StandardNormal(numbers);
        return numbers;
    }

    /// <summary>A normal number: <c>mean + standardDeviation * StandardNormal()</c>.</summary>
    /// <param name="mean">The centre.</param>
    /// <param name="standardDeviation">The spread, zero or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative spread.</exception>
    public double Normal(double mean, double standardDeviation)
    {
        if (standardDeviation < 0.0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation), standardDeviation, "Zero or a positive number was expected.");
        }

        return mean + (standardDeviation * StandardNormal());
    }

    private static double RangeOf(double low, double high)
    {
        double range = high - low;
        return double.IsFinite(range)
            ? range
            : throw new ArgumentException(
                $"Uniform numbers need finite bounds whose difference is finite; got {low} and {high}.", nameof(high));
    }
}
