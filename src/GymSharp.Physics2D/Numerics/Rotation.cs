using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A turn, held as the sine and cosine of its angle.</summary>
/// <param name="Sin">The sine.</param>
/// <param name="Cos">The cosine.</param>
public readonly record struct Rotation(float Sin, float Cos)
{
    /// <summary>No turn.</summary>
    public static Rotation Identity => new(0, 1);

    /// <summary>The turn by an angle; the C library's float32 sine and cosine.</summary>
    /// <param name="angle">Radians, anticlockwise.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rotation FromAngle(float angle) => new(MathF.Sin(angle), MathF.Cos(angle));

    /// <summary>One turn after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rotation operator *(Rotation q, Rotation r) =>
        new(q.Sin * r.Cos + q.Cos * r.Sin, q.Cos * r.Cos - q.Sin * r.Sin);

    /// <summary>A vector, turned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(Rotation q, Vec2 v) => new(q.Cos * v.X - q.Sin * v.Y, q.Sin * v.X + q.Cos * v.Y);

    /// <summary>A vector, turned back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2 Undo(Vec2 v) => new(Cos * v.X + Sin * v.Y, -Sin * v.X + Cos * v.Y);

    /// <summary>What turns this one into <paramref name="r"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rotation Undo(Rotation r) => new(Cos * r.Sin - Sin * r.Cos, Cos * r.Cos + Sin * r.Sin);
}
