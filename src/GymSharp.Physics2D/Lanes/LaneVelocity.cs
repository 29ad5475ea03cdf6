using System.Runtime.CompilerServices;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>The velocities of one body in each of sixteen worlds.</summary>
internal struct LaneVelocity : ILaneMotion<LaneVelocity>
{
    public Lanes X;
    public Lanes Y;
    public Lanes Spin;

    public void Set(int lane, in BodyVelocity velocity)
    {
        Lane.Set(ref X, lane, velocity.Linear.X);
        Lane.Set(ref Y, lane, velocity.Linear.Y);
        Lane.Set(ref Spin, lane, velocity.Angular);
    }

    public readonly BodyVelocity Get(int lane) => new()
    {
        Linear = new(Lane.Get(in X, lane), Lane.Get(in Y, lane)),
        Angular = Lane.Get(in Spin, lane),
    };

    /// <summary>The first where a condition holds, the second elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVelocity Choose(Lanes condition, in LaneVelocity yes, in LaneVelocity no) => new()
    {
        X = Lane.Choose(condition, yes.X, no.X),
        Y = Lane.Choose(condition, yes.Y, no.Y),
        Spin = Lane.Choose(condition, yes.Spin, no.Spin),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeWhere(Lanes condition, in LaneVelocity other) => this = Choose(condition, other, this);
}
