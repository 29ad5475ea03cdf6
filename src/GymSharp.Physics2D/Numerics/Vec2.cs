using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A vector in the plane, float32.</summary>
/// <remarks>
/// Every operation rounds once per multiplication and addition, in the order written here. The engine's exactness rests
/// on it; see docs/internals/physics2d.md.
/// </remarks>
/// <param name="X">To the right, metres unless said.</param>
/// <param name="Y">Upwards, metres unless said.</param>
public readonly record struct Vec2(float X, float Y)
{
    /// <summary>The origin.</summary>
    public static Vec2 Zero => default;

    /// <summary>Whether neither part is infinite or not a number.</summary>
    public bool IsFinite => float.IsFinite(X) && float.IsFinite(Y);

    /// <summary>The square of the length.</summary>
    public float LengthSquared
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => X * X + Y * Y;
    }

    /// <summary>The length.</summary>
    public float Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MathF.Sqrt(X * X + Y * Y);
    }

    /// <summary>The sum, part by part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator +(Vec2 a, Vec2 b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>The difference, part by part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator -(Vec2 a, Vec2 b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>The opposite vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator -(Vec2 a) => new(-a.X, -a.Y);

    /// <summary>A multiple of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(float s, Vec2 a) => new(s * a.X, s * a.Y);

    /// <summary>The inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(Vec2 a, Vec2 b) => a.X * b.X + a.Y * b.Y;

    /// <summary>The part of the outer product that stands on the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Cross(Vec2 a, Vec2 b) => a.X * b.Y - a.Y * b.X;

    /// <summary>The velocity at arm <paramref name="a"/> of a turn at <paramref name="s"/> rad/s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Cross(float s, Vec2 a) => new(-s * a.Y, s * a.X);

    /// <summary>The vector a quarter turn to the right, the edge normal of an anticlockwise polygon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 RightOf(Vec2 a) => new(a.Y, -a.X);

    /// <summary>The vector a quarter turn to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 LeftOf(Vec2 a) => new(-a.Y, a.X);

    /// <summary>The lesser of each part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Min(Vec2 a, Vec2 b) => new(Scalar.Min(a.X, b.X), Scalar.Min(a.Y, b.Y));

    /// <summary>The greater of each part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Max(Vec2 a, Vec2 b) => new(Scalar.Max(a.X, b.X), Scalar.Max(a.Y, b.Y));

    /// <summary>The direction, or the vector itself where it is too short to have one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2 Normalized() => Normalized(out _);

    /// <summary>The direction, or the vector itself where it is too short to have one.</summary>
    /// <param name="length">The length, 0 where it was too short.</param>
    public Vec2 Normalized(out float length)
    {
        length = Length;
        if (length < PhysicsConstants.Epsilon)
        {
            length = 0;
            return this;
        }

        float inverse = 1.0f / length;
        return new(X * inverse, Y * inverse);
    }

    /// <inheritdoc/>
    public override string ToString() => $"({X}, {Y})";
}
