namespace GymSharp.Physics2D;

/// <summary>The directions of a prismatic joint and the moments of impulses along them.</summary>
internal readonly struct PrismaticFrame(Vec2 axis, Vec2 perpendicular, Vec2 armA, Vec2 armB)
{
    public readonly Vec2 Axis = axis;
    public readonly Vec2 Perpendicular = perpendicular;
    public readonly float A1 = Vec2.Cross(armA, axis);
    public readonly float A2 = Vec2.Cross(armB, axis);
    public readonly float S1 = Vec2.Cross(armA, perpendicular);
    public readonly float S2 = Vec2.Cross(armB, perpendicular);

    public Mat33 System(in PairMass mass)
    {
        float iA = mass.InertiaA;
        float iB = mass.InertiaB;
        float k12 = iA * S1 + iB * S2;
        float k13 = iA * S1 * A1 + iB * S2 * A2;
        float k22 = iA + iB;
        if (k22 == 0.0f)
        {
            // Neither body can turn.
            k22 = 1.0f;
        }

        float k23 = iA * A1 + iB * A2;
        return new()
        {
            Column1 = new(mass.Along(S1, S2), k12, k13),
            Column2 = new(k12, k22, k23),
            Column3 = new(k13, k23, mass.Along(A1, A2)),
        };
    }

    public float SpeedAlong(in BodyVelocity a, in BodyVelocity b) =>
        Vec2.Dot(Axis, b.Linear - a.Linear) + A2 * b.Angular - A1 * a.Angular;

    public float SpeedAcross(in BodyVelocity a, in BodyVelocity b) =>
        Vec2.Dot(Perpendicular, b.Linear - a.Linear) + S2 * b.Angular - S1 * a.Angular;

    public Vec2 Impulse(Vec3 i) => i.X * Perpendicular + i.Z * Axis;

    public float MomentA(Vec3 i) => i.X * S1 + i.Y + i.Z * A1;

    public float MomentB(Vec3 i) => i.X * S2 + i.Y + i.Z * A2;
}
