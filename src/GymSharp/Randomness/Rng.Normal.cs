using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <content>Normal numbers by the ziggurat method.</content>
public sealed partial class Rng
{
    /// <summary>A normal number with mean 0 and standard deviation 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double StandardNormal()
    {
        ulong word = NextUInt64();
        int layer = (byte)word;
        ulong magnitude = (word >> 9) & 0x000fffffffffffff;
        double x = WithSign((long)magnitude * NormalZiggurat.Width[layer], word);
        return magnitude < NormalZiggurat.Accept[layer] ? x : StandardNormalUnlikely(layer, magnitude, x);
    }

    /// <summary>Fills an array with what as many calls of <see cref="StandardNormal()"/> give.</summary>
    public void StandardNormal(Span<double> destination)
    {
        Pcg64 local = core;
        for (int i = 0; i < destination.Length; i++)
        {
            ulong word = local.Next();
            int layer = (byte)word;
            ulong magnitude = (word >> 9) & 0x000fffffffffffff;
            double x = WithSign((long)magnitude * NormalZiggurat.Width[layer], word);
            if (magnitude >= NormalZiggurat.Accept[layer])
            {
                core = local;
                x = StandardNormalUnlikely(layer, magnitude, x);
                local = core;
            }

            destination[i] = x;
        }

        core = local;
    }

    /// <summary>A single-precision normal number with mean 0 and standard deviation 1, from 32-bit words.</summary>
    public float StandardNormalSingle()
    {
        while (true)
        {
            uint word = NextUInt32();
            int layer = (byte)word;
            uint magnitude = word >> 9;
            float x = (int)magnitude * (float)(NormalZiggurat.Width[layer] * 536870912.0);
            x = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(x) | ((word & 0x100) << 23));
            if (magnitude < NormalZiggurat.AcceptSingle[layer])
            {
                return x;
            }

            if (layer == 0)
            {
                return NormalTailSingle((magnitude & 0x100) != 0);
            }

            float below = (float)NormalZiggurat.Height[layer];
            float height = (float)NormalZiggurat.Height[layer - 1] - below;
            if ((height * RandomSingle()) + below < Math.Exp(-0.5 * x * x))
            {
                return x;
            }
        }
    }

    /// <summary>Fills an array with what as many calls of <see cref="StandardNormalSingle"/> give.</summary>
    public void StandardNormal(Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = StandardNormalSingle();
        }
    }

    /// <summary>A normal number: <c>mean + standardDeviation * StandardNormal()</c>.</summary>
    /// <param name="mean">The centre.</param>
    /// <param name="standardDeviation">The spread, zero or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative spread.</exception>
    public double Normal(double mean = 0.0, double standardDeviation = 1.0)
    {
        RequireNonNegative(standardDeviation, nameof(standardDeviation));
        return mean + (standardDeviation * StandardNormal());
    }

    /// <summary>Fills an array with what as many calls of <see cref="Normal(double, double)"/> give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative spread.</exception>
    public void Normal(double mean, double standardDeviation, Span<double> destination)
    {
        RequireNonNegative(standardDeviation, nameof(standardDeviation));
        StandardNormal(destination);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = mean + (standardDeviation * destination[i]);
        }
    }

    // Bit 8 is the sign. A branch on it would be guessed wrongly half of the time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double WithSign(double magnitude, ulong word) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(magnitude) | ((word & 0x100) << 55));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double StandardNormalUnlikely(int layer, ulong magnitude, double x)
    {
        while (true)
        {
            if (layer == 0)
            {
                return NormalTail((magnitude & 0x100) != 0);
            }

            double below = NormalZiggurat.Height[layer];
            double height = NormalZiggurat.Height[layer - 1] - below;
            if ((height * Random()) + below < Math.Exp(-0.5 * x * x))
            {
                return x;
            }

            ulong word = NextUInt64();
            layer = (byte)word;
            magnitude = (word >> 9) & 0x000fffffffffffff;
            x = WithSign((long)magnitude * NormalZiggurat.Width[layer], word);
            if (magnitude < NormalZiggurat.Accept[layer])
            {
                return x;
            }
        }
    }

    private double NormalTail(bool negative)
    {
        while (true)
        {
            double x = -NormalZiggurat.InverseTail * Log1p.Of(-Random());
            double y = -Log1p.Of(-Random());
            if (y + y > x * x)
            {
                return negative ? -(NormalZiggurat.Tail + x) : NormalZiggurat.Tail + x;
            }
        }
    }

    private float NormalTailSingle(bool negative)
    {
        while (true)
        {
            float x = -NormalZiggurat.InverseTailSingle * Log1pSingle.Of(-RandomSingle());
            float y = -Log1pSingle.Of(-RandomSingle());
            if (y + y > x * x)
            {
                return negative ? -(NormalZiggurat.TailSingle + x) : NormalZiggurat.TailSingle + x;
            }
        }
    }

    // NumPy refuses -0.0 too; that zero means the same spread here.
    private static void RequireNonNegative(double value, string parameter)
    {
        if (value < 0.0)
        {
            throw new ArgumentOutOfRangeException(parameter, value, "Zero or a positive number was expected.");
        }
    }
}
