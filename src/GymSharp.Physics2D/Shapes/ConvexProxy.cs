using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A convex part of a shape as the distance algorithm sees it: points and a radius around them.</summary>
internal readonly struct ConvexProxy(Vec2[] points, int start, int count, float radius)
{
    private readonly Vec2[] points = points;
    private readonly int start = start;

    public int Count { get; } = count;

    public float Radius { get; } = radius;

    public Vec2 this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => points[start + index];
    }

    /// <summary>The point furthest in a direction; of several, the first.</summary>
    public int Support(Vec2 direction)
    {
        ReadOnlySpan<Vec2> all = points.AsSpan(start, Count);
        int best = 0;
        float furthest = Vec2.Dot(all[0], direction);
        for (int i = 1; i < all.Length; i++)
        {
            float value = Vec2.Dot(all[i], direction);
            if (value > furthest)
            {
                best = i;
                furthest = value;
            }
        }

        return best;
    }
}
