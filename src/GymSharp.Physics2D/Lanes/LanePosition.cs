using System.Numerics;
using System.Runtime.CompilerServices;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>The positions of one body in each of sixteen worlds.</summary>
internal struct LanePosition
{
    public Lanes X;
    public Lanes Y;
    public Lanes Angle;
    public Lanes Sin;
    public Lanes Cos;
    private Lanes turned;

    public void Set(int lane, ref BodyPosition position)
    {
        Rotation turn = position.Turn;
        Lane.Set(ref X, lane, position.Center.X);
        Lane.Set(ref Y, lane, position.Center.Y);
        Lane.Set(ref Angle, lane, position.Angle);
        Lane.Set(ref Sin, lane, turn.Sin);
        Lane.Set(ref Cos, lane, turn.Cos);
        Lane.Set(ref turned, lane, position.Angle);
    }

    /// <summary>A world's position, after <see cref="Turn"/>.</summary>
    public readonly BodyPosition Get(int lane) => new(
        new(Lane.Get(in X, lane), Lane.Get(in Y, lane)),
        Lane.Get(in Angle, lane),
        new(Lane.Get(in Sin, lane), Lane.Get(in Cos, lane)));

    /// <summary>Where it is not the same place and angle, bit for bit.</summary>
    public readonly Lanes Differs(in LanePosition other) =>
        Lane.Differs(X, other.X) | Lane.Differs(Y, other.Y) | Lane.Differs(Angle, other.Angle);

    /// <summary>Brings sines and cosines up to the angles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Turn()
    {
        uint changed = Lane.Bits(Lane.Differs(Angle, turned));
        while (changed != 0)
        {
            int lane = BitOperations.TrailingZeroCount(changed);
            changed &= changed - 1;
            Rotation turn = Rotation.FromAngle(Lane.Get(in Angle, lane));
            Lane.Set(ref Sin, lane, turn.Sin);
            Lane.Set(ref Cos, lane, turn.Cos);
        }

        turned = Angle;
    }
}
