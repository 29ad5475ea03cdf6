using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A box along the axes.</summary>
/// <param name="Lower">The corner with the least coordinates, metres.</param>
/// <param name="Upper">The corner with the greatest coordinates, metres.</param>
public readonly record struct Aabb(Vec2 Lower, Vec2 Upper)
{
    /// <summary>The middle.</summary>
    public Vec2 Center => 0.5f * (Lower + Upper);

    /// <summary>Half the width and half the height.</summary>
    public Vec2 Extents => 0.5f * (Upper - Lower);

    /// <summary>The length of the four sides.</summary>
    public float Perimeter
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2.0f * ((Upper.X - Lower.X) + (Upper.Y - Lower.Y));
    }

    /// <summary>The smallest box around two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Aabb Union(in Aabb a, in Aabb b) => new(Vec2.Min(a.Lower, b.Lower), Vec2.Max(a.Upper, b.Upper));

    /// <summary>Whether two boxes share a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Overlap(in Aabb a, in Aabb b) =>
        !(b.Lower.X - a.Upper.X > 0.0f || b.Lower.Y - a.Upper.Y > 0.0f
            || a.Lower.X - b.Upper.X > 0.0f || a.Lower.Y - b.Upper.Y > 0.0f);

    /// <summary>Whether a box lies within this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(in Aabb other) => Lower.X <= other.Lower.X && Lower.Y <= other.Lower.Y
        && other.Upper.X <= Upper.X && other.Upper.Y <= Upper.Y;

    /// <summary>The box, larger by <paramref name="margin"/> on each side.</summary>
    internal Aabb Grown(float margin) => new(Lower - new Vec2(margin, margin), Upper + new Vec2(margin, margin));
}
