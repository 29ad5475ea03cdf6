namespace GymSharp.Physics2D;

/// <summary>Wraps points in the smallest convex polygon.</summary>
internal static class ConvexHull
{
    /// <summary>The corners, anticlockwise, from the rightmost point (the lower one of two).</summary>
    /// <exception cref="ArgumentException">The number of points is wrong, or they lie on one line.</exception>
    public static Vec2[] Of(ReadOnlySpan<Vec2> points)
    {
        if (points.Length is < 3 or > PhysicsConstants.MaximumPolygonVertices)
        {
            throw new ArgumentException(
                $"A polygon of {points.Length} vertices; expected 3 to {PhysicsConstants.MaximumPolygonVertices}. "
                + "Split a larger one into several fixtures.",
                nameof(points));
        }

        int first = Rightmost(points);
        List<Vec2> hull = [];
        int corner = first;
        do
        {
            if (hull.Count == points.Length)
            {
                throw Degenerate();
            }

            hull.Add(points[corner]);
            corner = Next(points, corner);
        }
        while (corner != first);

        Vec2[] corners = [.. hull];
        RequireInside(corners);
        return corners;
    }

    private static int Rightmost(ReadOnlySpan<Vec2> points)
    {
        int best = 0;
        for (int i = 1; i < points.Length; i++)
        {
            if (points[i].X > points[best].X || (points[i].X == points[best].X && points[i].Y < points[best].Y))
            {
                best = i;
            }
        }

        return best;
    }

    // The point that leaves all others to its left; of several on one line, the furthest.
    private static int Next(ReadOnlySpan<Vec2> points, int corner)
    {
        int next = 0;
        for (int i = 1; i < points.Length; i++)
        {
            if (next == corner)
            {
                next = i;
                continue;
            }

            Vec2 r = points[next] - points[corner];
            Vec2 v = points[i] - points[corner];
            float side = Vec2.Cross(r, v);
            if (side < 0.0f || (side == 0.0f && v.LengthSquared > r.LengthSquared))
            {
                next = i;
            }
        }

        return next;
    }

    private static void RequireInside(Vec2[] corners)
    {
        if (corners.Length < 3)
        {
            throw Degenerate();
        }

        for (int i = 0; i < corners.Length; i++)
        {
            Vec2 edge = corners[(i + 1) % corners.Length] - corners[i];
            if (!(edge.LengthSquared > PhysicsConstants.Epsilon * PhysicsConstants.Epsilon))
            {
                throw Degenerate();
            }
        }
    }

    private static ArgumentException Degenerate() => Require.Refusal(
        "The polygon has no inside: its vertices coincide or lie on one line. "
        + "Give at least three points that do not, or use an EdgeShape.",
        "points");
}
