namespace GymSharp.Physics2D;

/// <summary>When two moving convex shapes first touch, by conservative advancement.</summary>
/// <remarks>
/// The distance gives an axis; along it the time is sought at which the shapes are a target distance apart; there the
/// next distance is taken (Catto, "Continuous Collision", GDC 2013). The target is above zero, so that a separating
/// axis always exists.
/// </remarks>
internal static class TimeOfImpact
{
    private const int MaximumIterations = 20;
    private const int MaximumRootIterations = 50;
    private const float Tolerance = 0.25f * PhysicsConstants.LinearSlop;

    /// <summary>The share of the sweeps, 0 to 1, at which the shapes touch; null if they do not.</summary>
    public static float? Find(in ConvexProxy a, Sweep sweepA, in ConvexProxy b, Sweep sweepB)
    {
        sweepA.Normalize();
        sweepB.Normalize();
        float target = Target(a.Radius + b.Radius);
        SimplexCache cache = default;
        float t1 = 0.0f;
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            DistanceQuery query = new(a, sweepA.At(t1), b, sweepB.At(t1));
            float distance = Distance.BetweenCores(query, ref cache);
            if (distance <= 0.0f)
            {
                return null;
            }

            if (distance < target + Tolerance)
            {
                return t1;
            }

            SeparationAxis axis = new(cache, query);
            switch (Advance(axis, sweepA, sweepB, target, ref t1))
            {
                case Outcome.Touching:
                    return t1;
                case Outcome.Apart:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Cores that never come as near as this do not touch.</summary>
    /// <param name="radii">The skins of both.</param>
    public static float Reach(float radii) => Target(radii) + Tolerance;

    private static float Target(float radii) =>
        Scalar.Max(PhysicsConstants.LinearSlop, radii - 3.0f * PhysicsConstants.LinearSlop);

    // Pushes t2 back from the end of the step until the deepest points along the axis are at the target.
    private static Outcome Advance(
        in SeparationAxis axis, in Sweep sweepA, in Sweep sweepB, float target, ref float t1)
    {
        float t2 = 1.0f;
        for (int pushes = 0; pushes < PhysicsConstants.MaximumPolygonVertices; pushes++)
        {
            float s2 = axis.FindLeast(sweepA.At(t2), sweepB.At(t2), out int indexA, out int indexB);
            if (s2 > target + Tolerance)
            {
                return Outcome.Apart;
            }

            if (s2 > target - Tolerance)
            {
                t1 = t2;
                return Outcome.Advanced;
            }

            float s1 = axis.At(sweepA.At(t1), sweepB.At(t1), indexA, indexB);
            if (s1 < target - Tolerance)
            {
                return Outcome.Apart;
            }

            if (s1 <= target + Tolerance)
            {
                return Outcome.Touching;
            }

            t2 = Root(axis, sweepA, sweepB, target, (t1, s1, t2, s2, indexA, indexB));
        }

        return Outcome.Advanced;
    }

    // Bisection and the secant in turn.
    private static float Root(
        in SeparationAxis axis, in Sweep sweepA, in Sweep sweepB, float target,
        (float T1, float S1, float T2, float S2, int A, int B) bracket)
    {
        (float a1, float s1, float a2, float s2, int indexA, int indexB) = bracket;
        for (int i = 0; i < MaximumRootIterations; i++)
        {
            float t = (i & 1) != 0 ? a1 + (target - s1) * (a2 - a1) / (s2 - s1) : 0.5f * (a1 + a2);
            float s = axis.At(sweepA.At(t), sweepB.At(t), indexA, indexB);
            if (Scalar.Abs(s - target) < Tolerance)
            {
                return t;
            }

            if (s > target)
            {
                a1 = t;
                s1 = s;
            }
            else
            {
                a2 = t;
                s2 = s;
            }
        }

        return bracket.T2;
    }

    private enum Outcome
    {
        Advanced,
        Touching,
        Apart,
    }
}
