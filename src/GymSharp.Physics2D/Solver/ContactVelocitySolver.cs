using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>Friction and non-penetration of a contact by sequential impulses.</summary>
/// <remarks>
/// Friction comes first, bounded by the normal impulse so far. Two normal impulses are solved together as a linear
/// complementarity problem of two unknowns, vn = A x + b, vn ≥ 0, x ≥ 0, vn·x = 0, by trying the four cases in turn
/// (Catto, "Iterative Dynamics with Temporal Coherence", 2005, and the block solver of Box2D).
/// </remarks>
internal static class ContactVelocitySolver
{
    private const float MaximumCondition = 1000.0f;

    public static void Prepare(
        out ContactVelocityConstraint c, Contact contact, in ContactPositionConstraint p,
        Span<BodyPosition> positions, ReadOnlySpan<BodyVelocity> velocities)
    {
        ref BodyPosition a = ref positions[p.IndexA];
        ref BodyPosition b = ref positions[p.IndexB];
        WorldManifold manifold = WorldManifold.Of(
            ref contact.MutableManifold, a.Frame(p.LocalCenterA), p.RadiusA, b.Frame(p.LocalCenterB), p.RadiusB);
        c = default;
        c.Normal = manifold.Normal;
        c.Mass = p.Mass;
        c.Friction = contact.Friction;
        c.TangentSpeed = contact.TangentSpeed;
        c.IndexA = p.IndexA;
        c.IndexB = p.IndexB;
        c.PointCount = p.PointCount;
        ref readonly BodyVelocity velocityA = ref velocities[p.IndexA];
        ref readonly BodyVelocity velocityB = ref velocities[p.IndexB];
        c.Point1 = new(manifold.First - a.Center, manifold.First - b.Center, c.Normal, c.Mass);
        c.Point1.VelocityBias = Bias(c.Point1, c.Normal, velocityA, velocityB, contact.Restitution);
        if (c.PointCount == 2)
        {
            c.Point2 = new(manifold.Second - a.Center, manifold.Second - b.Center, c.Normal, c.Mass);
            c.Point2.VelocityBias = Bias(c.Point2, c.Normal, velocityA, velocityB, contact.Restitution);
            PrepareBlock(ref c);
        }
    }

    public static void WarmStart(
        in ContactVelocityConstraint c, in PointImpulses impulses, Span<BodyVelocity> velocities)
    {
        Vec2 tangent = Vec2.RightOf(c.Normal);
        ref BodyVelocity a = ref velocities[c.IndexA];
        BodyVelocity moved = a;
        BodyVelocity movedB = velocities[c.IndexB];
        Apply(c.Mass, c.Point1, impulses.Normal1 * c.Normal + impulses.Tangent1 * tangent, ref moved, ref movedB);
        if (c.PointCount == 2)
        {
            Apply(c.Mass, c.Point2, impulses.Normal2 * c.Normal + impulses.Tangent2 * tangent, ref moved, ref movedB);
        }

        a = moved;
        velocities[c.IndexB] = movedB;
    }

    public static void Solve(
        in ContactVelocityConstraint c, ref PointImpulses impulses, ref BodyVelocity slotA, ref BodyVelocity slotB)
    {
        BodyVelocity a = slotA;
        BodyVelocity b = slotB;
        Friction(c, c.Point1, impulses.Normal1, ref impulses.Tangent1, ref a, ref b);
        if (c.PointCount == 2)
        {
            Friction(c, c.Point2, impulses.Normal2, ref impulses.Tangent2, ref a, ref b);
            Block(c, ref impulses, ref a, ref b);
        }
        else
        {
            float vn = Vec2.Dot(RelativeVelocity(c.Point1, a, b), c.Normal);
            float lambda = -c.Point1.NormalMass * (vn - c.Point1.VelocityBias);
            float total = Scalar.Max(impulses.Normal1 + lambda, 0.0f);
            lambda = total - impulses.Normal1;
            impulses.Normal1 = total;
            Apply(c.Mass, c.Point1, lambda * c.Normal, ref a, ref b);
        }

        slotA = a;
        slotB = b;
    }

    private static float Bias(
        in ContactPoint point, Vec2 normal, in BodyVelocity a, in BodyVelocity b, float restitution)
    {
        float approach = Vec2.Dot(normal, RelativeVelocity(point, a, b));
        return approach < -PhysicsConstants.VelocityThreshold ? -restitution * approach : 0.0f;
    }

    private static void PrepareBlock(ref ContactVelocityConstraint c)
    {
        float a1 = Vec2.Cross(c.Point1.ArmA, c.Normal);
        float b1 = Vec2.Cross(c.Point1.ArmB, c.Normal);
        float a2 = Vec2.Cross(c.Point2.ArmA, c.Normal);
        float b2 = Vec2.Cross(c.Point2.ArmB, c.Normal);
        float k11 = c.Mass.Along(a1, b1);
        float k22 = c.Mass.Along(a2, b2);
        float k12 = c.Mass.Between(a1, b1, a2, b2);
        if (k11 * k11 < MaximumCondition * (k11 * k22 - k12 * k12))
        {
            c.K = new(new(k11, k12), new(k12, k22));
            c.InverseK = c.K.Inverse();
        }
        else
        {
            // The points are as good as one.
            c.PointCount = 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vec2 RelativeVelocity(in ContactPoint point, in BodyVelocity a, in BodyVelocity b) =>
        b.Linear + Vec2.Cross(b.Angular, point.ArmB) - a.Linear - Vec2.Cross(a.Angular, point.ArmA);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply(
        in PairMass mass, in ContactPoint point, Vec2 impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        a.Linear -= mass.MassA * impulse;
        a.Angular -= mass.InertiaA * Vec2.Cross(point.ArmA, impulse);
        b.Linear += mass.MassB * impulse;
        b.Angular += mass.InertiaB * Vec2.Cross(point.ArmB, impulse);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Friction(
        in ContactVelocityConstraint c, in ContactPoint point, float normalImpulse, ref float impulse,
        ref BodyVelocity a, ref BodyVelocity b)
    {
        Vec2 tangent = Vec2.RightOf(c.Normal);
        float vt = Vec2.Dot(RelativeVelocity(point, a, b), tangent) - c.TangentSpeed;
        float lambda = point.TangentMass * (-vt);
        float most = c.Friction * normalImpulse;
        float total = Scalar.Clamp(impulse + lambda, -most, most);
        lambda = total - impulse;
        impulse = total;
        Apply(c.Mass, point, lambda * tangent, ref a, ref b);
    }

    private static void Block(
        in ContactVelocityConstraint c, ref PointImpulses impulses, ref BodyVelocity a, ref BodyVelocity b)
    {
        Vec2 old = new(impulses.Normal1, impulses.Normal2);
        Vec2 v = new(
            Vec2.Dot(RelativeVelocity(c.Point1, a, b), c.Normal) - c.Point1.VelocityBias,
            Vec2.Dot(RelativeVelocity(c.Point2, a, b), c.Normal) - c.Point2.VelocityBias);
        v -= c.K * old;
        if (!Complementary(c, v, out Vec2 x))
        {
            // No case holds; the impulses of the last iteration stay.
            return;
        }

        Vec2 d = x - old;
        Vec2 p1 = d.X * c.Normal;
        Vec2 p2 = d.Y * c.Normal;
        a.Linear -= c.Mass.MassA * (p1 + p2);
        a.Angular -= c.Mass.InertiaA * (Vec2.Cross(c.Point1.ArmA, p1) + Vec2.Cross(c.Point2.ArmA, p2));
        b.Linear += c.Mass.MassB * (p1 + p2);
        b.Angular += c.Mass.InertiaB * (Vec2.Cross(c.Point1.ArmB, p1) + Vec2.Cross(c.Point2.ArmB, p2));
        impulses.Normal1 = x.X;
        impulses.Normal2 = x.Y;
    }

    // Both points act, the first alone, the second alone, or none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Complementary(in ContactVelocityConstraint c, Vec2 v, out Vec2 x)
    {
        x = -(c.InverseK * v);
        if (x.X >= 0.0f && x.Y >= 0.0f)
        {
            return true;
        }

        x = new(-c.Point1.NormalMass * v.X, 0.0f);
        if (x.X >= 0.0f && c.K.Column1.Y * x.X + v.Y >= 0.0f)
        {
            return true;
        }

        x = new(0.0f, -c.Point2.NormalMass * v.Y);
        if (x.Y >= 0.0f && c.K.Column2.X * x.Y + v.X >= 0.0f)
        {
            return true;
        }

        x = Vec2.Zero;
        return v.X >= 0.0f && v.Y >= 0.0f;
    }
}
