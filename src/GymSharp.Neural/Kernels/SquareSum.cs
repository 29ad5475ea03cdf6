using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>The sum of the squares of an array.</summary>
/// <remarks>
/// Element k goes to partial sum k mod 64, and these are added as a tree (j with j + 32, then j + 16, and so on): an
/// order that vectors of every length can keep.
/// </remarks>
internal static unsafe class SquareSum
{
    private const int Sums = 64;

    /// <summary>Adds up.</summary>
    /// <param name="values">The array.</param>
    /// <param name="length">Number of elements, a multiple of 16.</param>
    [SkipLocalsInit]
    public static float Of(float* values, int length)
    {
        float* sums = stackalloc float[Sums];
        if (Hardware.Use512)
        {
            Partial<Lanes512>(values, length, sums);
        }
        else if (Hardware.Use256)
        {
            Partial<Lanes256>(values, length, sums);
        }
        else if (Hardware.Use128)
        {
            Partial<Lanes128>(values, length, sums);
        }
        else
        {
            Partial<Lane>(values, length, sums);
        }

        for (int half = Sums / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                sums[i] += sums[i + half];
            }
        }

        return sums[0];
    }

    // Four chains hide the latency of adding.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Partial<TLanes>(float* values, int length, float* sums)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int first = 0; first < Sums; first += 4 * TLanes.Count)
        {
            TLanes a = TLanes.All(0);
            TLanes b = a;
            TLanes c = a;
            TLanes d = a;
            float* at = values + first;
            int whole = length / Sums;
            for (int i = 0; i < whole; i++, at += Sums)
            {
                a = Add(a, at);
                b = Add(b, at + TLanes.Count);
                c = Add(c, at + (2 * TLanes.Count));
                d = Add(d, at + (3 * TLanes.Count));
            }

            int left = length - (whole * Sums) - first;
            a = left > 0 ? Add(a, at) : a;
            b = left > TLanes.Count ? Add(b, at + TLanes.Count) : b;
            c = left > 2 * TLanes.Count ? Add(c, at + (2 * TLanes.Count)) : c;
            d = left > 3 * TLanes.Count ? Add(d, at + (3 * TLanes.Count)) : d;
            a.Store(sums + first);
            b.Store(sums + first + TLanes.Count);
            c.Store(sums + first + (2 * TLanes.Count));
            d.Store(sums + first + (3 * TLanes.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Add<TLanes>(TLanes sum, float* at)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes value = TLanes.Load(at);
        return TLanes.MultiplyAdd(value, value, sum);
    }
}
