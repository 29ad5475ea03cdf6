namespace GymSharp.Physics2D;

/// <summary>
/// Moves overlapping bodies apart, point by point, with the positions that came out of the last point.
/// </summary>
internal static class ContactPositionSolver
{
    /// <summary>Moves the bodies of a contact.</summary>
    /// <param name="c">The contact.</param>
    /// <param name="mass">The inverse masses, 0 for bodies that must stay.</param>
    /// <param name="baumgarte">The share of the overlap to remove.</param>
    /// <param name="a">The first body.</param>
    /// <param name="b">The second body.</param>
    /// <returns>The least separation found, at most 0, before moving.</returns>
    public static float Solve(
        in ContactPositionConstraint c, in PairMass mass, float baumgarte, ref BodyPosition a, ref BodyPosition b)
    {
        float least = SolvePoint(c, c.LocalPoint1, mass, baumgarte, ref a, ref b);
        return c.PointCount == 2
            ? Scalar.Min(least, SolvePoint(c, c.LocalPoint2, mass, baumgarte, ref a, ref b))
            : least;
    }

    private static float SolvePoint(
        in ContactPositionConstraint c, Vec2 localPoint, in PairMass mass, float baumgarte,
        ref BodyPosition a, ref BodyPosition b)
    {
        float separation = c.Separation(
            a.Frame(c.LocalCenterA), b.Frame(c.LocalCenterB), localPoint, out Vec2 normal, out Vec2 point);
        Vec2 armA = point - a.Center;
        Vec2 armB = point - b.Center;
        float error = Scalar.Clamp(
            baumgarte * (separation + PhysicsConstants.LinearSlop), -PhysicsConstants.MaximumLinearCorrection, 0.0f);
        float k = mass.Along(Vec2.Cross(armA, normal), Vec2.Cross(armB, normal));
        Vec2 impulse = (k > 0.0f ? -error / k : 0.0f) * normal;
        a.Center -= mass.MassA * impulse;
        a.Angle -= mass.InertiaA * Vec2.Cross(armA, impulse);
        b.Center += mass.MassB * impulse;
        b.Angle += mass.InertiaB * Vec2.Cross(armB, impulse);
        return separation;
    }
}
