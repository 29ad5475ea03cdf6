using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Optimization;

/// <summary>
/// The formula by which an optimiser changes one element, for as many elements at once as a vector holds.
/// </summary>
internal interface IUpdate
{
    /// <summary>Changes the elements from <paramref name="index"/> on.</summary>
    void Apply<TLanes>(int index)
        where TLanes : struct, ILanes<TLanes>;
}
