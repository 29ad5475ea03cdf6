using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>Velocities or positions of one body in each of sixteen worlds.</summary>
/// <typeparam name="TSelf">Which of the two.</typeparam>
internal interface ILaneMotion<TSelf>
    where TSelf : struct
{
    /// <summary>Takes another's where a condition holds.</summary>
    /// <param name="condition">All bits of a world's lane, or none.</param>
    /// <param name="other">What to take.</param>
    void TakeWhere(Lanes condition, in TSelf other);
}
