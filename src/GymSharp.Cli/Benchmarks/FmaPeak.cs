using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// How many float32 operations one core can do: fused multiply-adds on registers, without any memory.
/// </summary>
internal static class FmaPeak
{
    private const int Steps = 20_000;
    private const int Chains = 16;

    // A few milliseconds, so that starting the threads does not show.
    private const int Bursts = 40;

    /// <summary>Does some operations on one core.</summary>
    /// <returns>How many.</returns>
    public static long Burst() => Vector512.IsHardwareAccelerated
        ? Operations(Vector512<float>.Count, Run512(Steps))
        : Operations(Vector256<float>.Count, Run256(Steps));

    /// <summary>Does some operations on all cores at once.</summary>
    /// <returns>How many, on all of them.</returns>
    public static long BurstOfAllCores()
    {
        long operations = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            long own = 0;
            for (int i = 0; i < Bursts; i++)
            {
                own += Burst();
            }

            Interlocked.Add(ref operations, own);
        });
        return operations;
    }

    // Operations of a burst; its sum takes part so that the work cannot be left out.
    private static long Operations(int lanes, float sum) =>
        (2L * Steps * Chains * lanes) + (float.IsNaN(sum) ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run512(int steps)
    {
        Vector512<float> a = Vector512.Create(0.5f);
        Vector512<float> m = Vector512.Create(0.999f);
        Vector512<float> c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a;
        Vector512<float> d0 = a, d1 = a, d2 = a, d3 = a, d4 = a, d5 = a, d6 = a, d7 = a;
        for (int i = 0; i < steps; i++)
        {
            c0 = Vector512.FusedMultiplyAdd(c0, m, a);
            c1 = Vector512.FusedMultiplyAdd(c1, m, a);
            c2 = Vector512.FusedMultiplyAdd(c2, m, a);
            c3 = Vector512.FusedMultiplyAdd(c3, m, a);
            c4 = Vector512.FusedMultiplyAdd(c4, m, a);
            c5 = Vector512.FusedMultiplyAdd(c5, m, a);
            c6 = Vector512.FusedMultiplyAdd(c6, m, a);
            c7 = Vector512.FusedMultiplyAdd(c7, m, a);
            d0 = Vector512.FusedMultiplyAdd(d0, m, a);
            d1 = Vector512.FusedMultiplyAdd(d1, m, a);
            d2 = Vector512.FusedMultiplyAdd(d2, m, a);
            d3 = Vector512.FusedMultiplyAdd(d3, m, a);
            d4 = Vector512.FusedMultiplyAdd(d4, m, a);
            d5 = Vector512.FusedMultiplyAdd(d5, m, a);
            d6 = Vector512.FusedMultiplyAdd(d6, m, a);
            d7 = Vector512.FusedMultiplyAdd(d7, m, a);
        }

        return Vector512.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run256(int steps)
    {
        Vector256<float> a = Vector256.Create(0.5f);
        Vector256<float> m = Vector256.Create(0.999f);
        Vector256<float> c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a;
        for (int i = 0; i < 2 * steps; i++)
        {
            c0 = Vector256.FusedMultiplyAdd(c0, m, a);
            c1 = Vector256.FusedMultiplyAdd(c1, m, a);
            c2 = Vector256.FusedMultiplyAdd(c2, m, a);
            c3 = Vector256.FusedMultiplyAdd(c3, m, a);
            c4 = Vector256.FusedMultiplyAdd(c4, m, a);
            c5 = Vector256.FusedMultiplyAdd(c5, m, a);
            c6 = Vector256.FusedMultiplyAdd(c6, m, a);
            c7 = Vector256.FusedMultiplyAdd(c7, m, a);
        }

        return Vector256.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7);
    }
}
