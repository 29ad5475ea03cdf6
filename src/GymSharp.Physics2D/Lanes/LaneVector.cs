using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>A vector in the plane in each of sixteen worlds.</summary>
internal readonly record struct LaneVector(Lanes X, Lanes Y);
