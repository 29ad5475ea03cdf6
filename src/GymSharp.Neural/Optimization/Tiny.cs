using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Optimization;

/// <summary>Keeps averages out of the subnormal numbers.</summary>
internal static class Tiny
{
    // The spacing of numbers here is above the smallest normal one.
    private const float Grain = 1e-30f;

    /// <summary>
    /// The number, rounded to a multiple of 2^-123: nothing changes above 1e-23. The average of a gradient that has
    /// become zero, as behind a neuron that no input reaches any more, shrinks for ever otherwise, and processors need
    /// a hundred times as long for what is below 1e-38.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Flush<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.Subtract(TLanes.Add(x, TLanes.All(Grain)), TLanes.All(Grain));
}
