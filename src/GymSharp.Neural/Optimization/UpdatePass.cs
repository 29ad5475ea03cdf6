using System.Runtime.Intrinsics;
using GymSharp.Neural.Simd;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Optimization;

/// <summary>Runs an update once over all elements, with the widest vectors that the processor has.</summary>
internal sealed class UpdatePass<TUpdate> : IComputeJob
    where TUpdate : struct, IUpdate
{
    private const int PartLength = 1 << 14;

    // Below this length a second thread costs more than it brings.
    private const int ParallelFrom = 1 << 16;

    private TUpdate update;
    private int length;

    /// <summary>Updates all elements.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="formula">The update of one element.</param>
    /// <param name="elements">Number of elements, a multiple of 16.</param>
    public void Start(ComputeTeam team, in TUpdate formula, int elements)
    {
        update = formula;
        length = elements;
        int parts = (elements + PartLength - 1) / PartLength;
        if (elements >= ParallelFrom)
        {
            team.Run(this, parts);
        }
        else
        {
            Run(0, parts);
        }
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        int start = first * PartLength;
        int stop = Math.Min(end * PartLength, length);
        if (Vector512.IsHardwareAccelerated)
        {
            Loop<Simd512>(start, stop);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Loop<Simd256>(start, stop);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Loop<Simd128>(start, stop);
        }
        else
        {
            Loop<SimdSingle>(start, stop);
        }
    }

    private void Loop<TSimd>(int start, int stop)
        where TSimd : struct, ISimd<TSimd>
    {
        TUpdate formula = update;
        for (int i = start; i < stop; i += TSimd.Count)
        {
            formula.Apply<TSimd>(i);
        }
    }
}
