using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A frame of reference: a turn, then a move.</summary>
/// <param name="Position">Where the origin of the frame is, metres.</param>
/// <param name="Rotation">How the frame is turned.</param>
public readonly record struct Transform(Vec2 Position, Rotation Rotation)
{
    /// <summary>The frame of the world.</summary>
    public static Transform Identity => new(Vec2.Zero, Rotation.Identity);

    /// <summary>A point of this frame, seen from outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(in Transform t, Vec2 v) => new(
        (t.Rotation.Cos * v.X - t.Rotation.Sin * v.Y) + t.Position.X,
        (t.Rotation.Sin * v.X + t.Rotation.Cos * v.Y) + t.Position.Y);

    /// <summary>A point from outside, seen in this frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2 Undo(Vec2 v)
    {
        float x = v.X - Position.X;
        float y = v.Y - Position.Y;
        return new(Rotation.Cos * x + Rotation.Sin * y, -Rotation.Sin * x + Rotation.Cos * y);
    }

    /// <summary>A frame from outside, seen in this frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Transform Undo(in Transform other) =>
        new(Rotation.Undo(other.Position - Position), Rotation.Undo(other.Rotation));

    /// <summary>The frame whose point <paramref name="localCenter"/> lies at <paramref name="center"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Transform Around(Vec2 center, Vec2 localCenter, float angle)
    {
        Rotation q = Rotation.FromAngle(angle);
        return new(center - q * localCenter, q);
    }
}
