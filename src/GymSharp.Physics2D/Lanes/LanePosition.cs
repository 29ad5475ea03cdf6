using System.Runtime.CompilerServices;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>The positions of one body in each of sixteen worlds.</summary>
internal struct LanePosition : ILaneMotion<LanePosition>
{
    public Lanes X;
    public Lanes Y;
    public Lanes Angle;
    public Lanes Sin;
    public Lanes Cos;
    private Lanes turned;

    /// <summary>Sets a position whose turn is known or worth knowing.</summary>
    public void Set(int lane, ref BodyPosition position)
    {
        Rotation turn = position.Turn;
        Lane.Set(ref Sin, lane, turn.Sin);
        Lane.Set(ref Cos, lane, turn.Cos);
        Lane.Set(ref turned, lane, position.Angle);
        SetPose(lane, position);
    }

    /// <summary>Sets a position whose turn is left to <see cref="Turn"/>.</summary>
    public void SetUnturned(int lane, in BodyPosition position)
    {
        Lane.SetBits(ref turned, lane, ~BitConverter.SingleToInt32Bits(position.Angle));
        SetPose(lane, position);
    }

    /// <summary>A world's position, after <see cref="Turn"/>.</summary>
    public readonly BodyPosition Get(int lane) => new(
        new(Lane.Get(in X, lane), Lane.Get(in Y, lane)),
        Lane.Get(in Angle, lane),
        new(Lane.Get(in Sin, lane), Lane.Get(in Cos, lane)));

    /// <summary>Place and angle.</summary>
    public readonly (Lanes X, Lanes Y, Lanes Angle) Pose => (X, Y, Angle);

    /// <summary>Where it is not this place and angle, bit for bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Lanes Differs(in (Lanes X, Lanes Y, Lanes Angle) pose) =>
        Lane.Differs(X, pose.X) | Lane.Differs(Y, pose.Y) | Lane.Differs(Angle, pose.Angle);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeWhere(Lanes condition, in LanePosition other)
    {
        X = Lane.Choose(condition, other.X, X);
        Y = Lane.Choose(condition, other.Y, Y);
        Angle = Lane.Choose(condition, other.Angle, Angle);
        Sin = Lane.Choose(condition, other.Sin, Sin);
        Cos = Lane.Choose(condition, other.Cos, Cos);
        turned = Lane.Choose(condition, other.turned, turned);
    }

    /// <summary>Brings sines and cosines up to the angles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Turn()
    {
        Lanes changed = Lane.Differs(Angle, turned);
        if (Lane.Bits(changed) != 0)
        {
            LaneSine.Turn(changed, Angle, ref Sin, ref Cos);
            turned = Angle;
        }
    }

    private void SetPose(int lane, in BodyPosition position)
    {
        Lane.Set(ref X, lane, position.Center.X);
        Lane.Set(ref Y, lane, position.Center.Y);
        Lane.Set(ref Angle, lane, position.Angle);
    }
}
