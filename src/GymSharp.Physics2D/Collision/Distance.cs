namespace GymSharp.Physics2D;

/// <summary>The distance between two convex shapes, by the GJK algorithm.</summary>
internal static class Distance
{
    private const int MaximumIterations = 20;

    /// <summary>The distance between the shapes without their radii; 0 if they overlap.</summary>
    /// <param name="query">The shapes.</param>
    /// <param name="cache">The last simplex of the same pair, or nothing; takes the new one.</param>
    public static float BetweenCores(in DistanceQuery query, ref SimplexCache cache)
    {
        Simplex simplex = default;
        simplex.Read(cache, query);
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            int count = simplex.Count;
            (int, int) first = (simplex.V1.IndexA, simplex.V1.IndexB);
            (int, int) second = (simplex.V2.IndexA, simplex.V2.IndexB);
            (int, int) third = (simplex.V3.IndexA, simplex.V3.IndexB);
            simplex.Solve();
            if (simplex.Count == 3)
            {
                break;
            }

            Vec2 d = simplex.SearchDirection();
            if (d.LengthSquared < PhysicsConstants.Epsilon * PhysicsConstants.Epsilon)
            {
                // The origin lies on the simplex.
                break;
            }

            int a = query.A.Support(query.FrameA.Rotation.Undo(-d));
            int b = query.B.Support(query.FrameB.Rotation.Undo(d));
            ref SimplexVertex vertex = ref simplex.Count == 1 ? ref simplex.V2 : ref simplex.V3;
            vertex = SimplexVertex.Of(query, a, b);
            if (first == (a, b) || (count > 1 && second == (a, b)) || (count > 2 && third == (a, b)))
            {
                // No vertex is nearer.
                break;
            }

            simplex.Count++;
        }

        (Vec2 pointA, Vec2 pointB) = simplex.WitnessPoints();
        simplex.Write(ref cache);
        return (pointA - pointB).Length;
    }

    /// <summary>Whether the shapes, with their radii, touch.</summary>
    public static bool Overlap(in DistanceQuery query)
    {
        SimplexCache cache = default;
        float distance = BetweenCores(query, ref cache);
        float radii = query.A.Radius + query.B.Radius;
        if (distance > radii && distance > PhysicsConstants.Epsilon)
        {
            distance -= radii;
        }
        else
        {
            distance = 0.0f;
        }

        return distance < 10.0f * PhysicsConstants.Epsilon;
    }
}
