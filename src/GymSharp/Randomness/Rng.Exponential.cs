using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <content>Exponential and geometric numbers.</content>
public sealed partial class Rng
{
    /// <summary>An exponential number with mean 1.</summary>
    public double StandardExponential()
    {
        ulong word = NextUInt64();
        int layer = (byte)(word >> 3);
        ulong magnitude = word >> 11;
        double x = (long)magnitude * ExponentialZiggurat.Width[layer];
        return magnitude < ExponentialZiggurat.Accept[layer] ? x : StandardExponentialUnlikely(layer, x);
    }

    /// <summary>An exponential number with mean 1, made by the chosen method.</summary>
    public double StandardExponential(ExponentialMethod method) =>
        IsInverse(method) ? -Log1p.Of(-Random()) : StandardExponential();

    /// <summary>Fills an array with what as many calls of <c>StandardExponential(method)</c> give.</summary>
    public void StandardExponential(
        Span<double> destination, ExponentialMethod method = ExponentialMethod.Ziggurat)
    {
        bool inverse = IsInverse(method);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = inverse ? -Log1p.Of(-Random()) : StandardExponential();
        }
    }

    /// <summary>A single-precision exponential number with mean 1, from 32-bit words.</summary>
    public float StandardExponentialSingle(ExponentialMethod method = ExponentialMethod.Ziggurat)
    {
        if (IsInverse(method))
        {
            return (float)-Log1p.Of(-RandomSingle());
        }

        while (true)
        {
            uint word = NextUInt32();
            int layer = (byte)(word >> 1);
            uint magnitude = word >> 9;
            float x = (int)magnitude * ExponentialZigguratSingle.Width[layer];
            if (magnitude < ExponentialZigguratSingle.Accept[layer])
            {
                return x;
            }

            if (layer == 0)
            {
                return ExponentialZiggurat.TailSingle - Log1pSingle.Of(-RandomSingle());
            }

            float below = ExponentialZigguratSingle.Height[layer];
            float height = ExponentialZigguratSingle.Height[layer - 1] - below;
            if ((height * RandomSingle()) + below < MathF.Exp(-x))
            {
                return x;
            }
        }
    }

    /// <summary>Fills an array with what as many calls of <see cref="StandardExponentialSingle"/> give.</summary>
    public void StandardExponential(Span<float> destination, ExponentialMethod method = ExponentialMethod.Ziggurat)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = StandardExponentialSingle(method);
        }
    }

    /// <summary>An exponential number: <c>scale * StandardExponential()</c>.</summary>
    /// <param name="scale">The mean, zero or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative mean.</exception>
    public double Exponential(double scale = 1.0)
    {
        RequireNonNegative(scale, nameof(scale));
        return scale * StandardExponential();
    }

    /// <summary>
    /// How many independent trials it takes until one succeeds: 1 or more. Capped at <see cref="long.MaxValue"/>.
    /// </summary>
    /// <param name="probability">Chance of success of each trial, greater than 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not such a chance.</exception>
    public long Geometric(double probability)
    {
        if (!(probability > 0.0 && probability <= 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, "A chance greater than 0 and at most 1 was expected.");
        }

        if (probability >= 1.0 / 3.0)
        {
            return GeometricSearch(probability);
        }

        double trials = Math.Ceiling(-StandardExponential() / Log1p.Of(-probability));
        return trials >= 9.223372036854776e+18 ? long.MaxValue : (long)trials;
    }

    private static bool IsInverse(ExponentialMethod method) => method switch
    {
        ExponentialMethod.Ziggurat => false,
        ExponentialMethod.Inverse => true,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Ziggurat or Inverse was expected."),
    };

    private long GeometricSearch(double probability)
    {
        long trials = 1;
        double term = probability;
        double sum = probability;
        double target = Random();
        while (target > sum)
        {
            term *= 1.0 - probability;
            sum += term;
            trials++;
        }

        return trials;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double StandardExponentialUnlikely(int layer, double x)
    {
        while (true)
        {
            if (layer == 0)
            {
                return ExponentialZiggurat.Tail - Log1p.Of(-Random());
            }

            double below = ExponentialZiggurat.Height[layer];
            double height = ExponentialZiggurat.Height[layer - 1] - below;
            if ((height * Random()) + below < Math.Exp(-x))
            {
                return x;
            }

            ulong word = NextUInt64();
            layer = (byte)(word >> 3);
            ulong magnitude = word >> 11;
            x = (long)magnitude * ExponentialZiggurat.Width[layer];
            if (magnitude < ExponentialZiggurat.Accept[layer])
            {
                return x;
            }
        }
    }
}
