using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Optimization;

/// <summary>Runs an update once over all elements, with the widest vectors that the processor has.</summary>
internal sealed class UpdatePass<TUpdate> : IComputeJob
    where TUpdate : struct, IUpdate
{
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
        FlatParts.Run(team, this, elements);
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        int start = first * FlatParts.Length;
        int stop = Math.Min(end * FlatParts.Length, length);
        if (Hardware.Use512)
        {
            Loop<Lanes512>(start, stop);
        }
        else if (Hardware.Use256)
        {
            Loop<Lanes256>(start, stop);
        }
        else if (Hardware.Use128)
        {
            Loop<Lanes128>(start, stop);
        }
        else
        {
            Loop<Lane>(start, stop);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Loop<TLanes>(int start, int stop)
        where TLanes : struct, ILanes<TLanes>
    {
        TUpdate formula = update;
        for (int i = start; i < stop; i += TLanes.Count)
        {
            formula.Apply<TLanes>(i);
        }
    }
}
