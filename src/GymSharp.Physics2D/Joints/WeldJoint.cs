namespace GymSharp.Physics2D;

/// <summary>Joins two bodies firmly, or with a spring that resists turning.</summary>
/// <remarks>C = (pB - pA, aB - aA - reference), solved as one system when stiff.</remarks>
public sealed class WeldJoint : Joint
{
    private float referenceAngle;
    private float frequency;
    private float dampingRatio;
    private Vec2 armA;
    private Vec2 armB;
    private Mat33 inverse;
    private float turnMass;
    private SoftConstraint soft;

    internal WeldJoint(in WeldJointDescription description)
        : base(description.BodyA, description.BodyB, description.CollideConnected)
    {
        LocalAnchorA = description.LocalAnchorA;
        LocalAnchorB = description.LocalAnchorB;
        RequireAnchors();
        Require.Finite(description.ReferenceAngle, nameof(description.ReferenceAngle));
        referenceAngle = description.ReferenceAngle;
        Frequency = description.Frequency;
        DampingRatio = description.DampingRatio;
    }

    /// <summary>The angle of the second body minus that of the first, radians.</summary>
    public float ReferenceAngle => referenceAngle;

    /// <summary>Of the spring that resists turning, Hz; 0 for a stiff weld.</summary>
    public float Frequency
    {
        get => frequency;
        set
        {
            Require.NotNegative(value, nameof(Frequency));
            frequency = value;
        }
    }

    /// <summary>Of that spring; 1 for critical damping.</summary>
    public float DampingRatio
    {
        get => dampingRatio;
        set
        {
            Require.NotNegative(value, nameof(DampingRatio));
            dampingRatio = value;
        }
    }

    /// <inheritdoc/>
    public override Vec2 ReactionForce(float inverseDt) => inverseDt * Impulse.Constraint.Plane;

    /// <inheritdoc/>
    public override float ReactionTorque(float inverseDt) => inverseDt * Impulse.Constraint.Z;

    internal override void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        if (frequency > 0.0f)
        {
            SolveSoft(ref impulse.Constraint, ref a, ref b);
            return;
        }

        Vec2 error = RelativeVelocity(a, b);
        Vec3 step = -inverse.Multiply(new(error.X, error.Y, b.Angular - a.Angular));
        impulse.Constraint += step;
        Apply(step, ref a, ref b);
    }

    internal override bool SolvePosition(ref BodyPosition a, ref BodyPosition b)
    {
        Vec2 rA = ArmA(a.Turn);
        Vec2 rB = ArmB(b.Turn);
        Mat33 k = System(rA, rB);
        Vec2 c1 = b.Center + rB - a.Center - rA;
        float angularError = 0.0f;
        Vec2 p;
        if (frequency > 0.0f)
        {
            p = -k.Solve22(c1);
            a.Angle -= Mass.InertiaA * Vec2.Cross(rA, p);
            b.Angle += Mass.InertiaB * Vec2.Cross(rB, p);
        }
        else
        {
            float c2 = b.Angle - a.Angle - referenceAngle;
            angularError = Scalar.Abs(c2);
            Vec3 impulse = -k.Solve33(new(c1.X, c1.Y, c2));
            p = impulse.Plane;
            a.Angle -= Mass.InertiaA * (Vec2.Cross(rA, p) + impulse.Z);
            b.Angle += Mass.InertiaB * (Vec2.Cross(rB, p) + impulse.Z);
        }

        a.Center -= Mass.MassA * p;
        b.Center += Mass.MassB * p;
        return c1.Length <= PhysicsConstants.LinearSlop && angularError <= PhysicsConstants.AngularSlop;
    }

    internal override void Sync(WorldSync sync)
    {
        sync.Sync(ref referenceAngle);
        sync.Sync(ref frequency);
        sync.Sync(ref dampingRatio);
    }

    private protected override void PrepareVelocity(
        in TimeStep step, ref BodyPosition a, ref BodyPosition b, ref JointImpulse impulse)
    {
        armA = ArmA(a.Turn);
        armB = ArmB(b.Turn);
        Mat33 k = System(armA, armB);
        soft = default;
        if (frequency > 0.0f)
        {
            inverse = k.Inverse22();
            float invM = Mass.InertiaA + Mass.InertiaB;
            float m = invM > 0.0f ? 1.0f / invM : 0.0f;
            soft = SoftConstraint.Of(frequency, dampingRatio, m, b.Angle - a.Angle - referenceAngle, step.Dt);
            invM += soft.Gamma;
            turnMass = invM != 0.0f ? 1.0f / invM : 0.0f;
        }
        else
        {
            inverse = k.Inverse33();
        }
    }

    private protected override void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b) =>
        Apply(impulse.Constraint, ref a, ref b);

    private void SolveSoft(ref Vec3 total, ref BodyVelocity a, ref BodyVelocity b)
    {
        float turn = -turnMass * (b.Angular - a.Angular + soft.Bias + soft.Gamma * total.Z);
        a.Angular -= Mass.InertiaA * turn;
        b.Angular += Mass.InertiaB * turn;
        Vec2 p = -inverse.Multiply22(RelativeVelocity(a, b));
        total += new Vec3(p.X, p.Y, turn);
        a.Linear -= Mass.MassA * p;
        a.Angular -= Mass.InertiaA * Vec2.Cross(armA, p);
        b.Linear += Mass.MassB * p;
        b.Angular += Mass.InertiaB * Vec2.Cross(armB, p);
    }

    private Mat33 System(Vec2 rA, Vec2 rB)
    {
        (float mA, float iA, float mB, float iB) = Mass;
        float xy = -rA.Y * rA.X * iA - rB.Y * rB.X * iB;
        float xz = -rA.Y * iA - rB.Y * iB;
        float yz = rA.X * iA + rB.X * iB;
        Mat33 k = new()
        {
            Column1 = new(mA + mB + rA.Y * rA.Y * iA + rB.Y * rB.Y * iB, xy, xz),
            Column2 = new(xy, mA + mB + rA.X * rA.X * iA + rB.X * rB.X * iB, yz),
            Column3 = new(xz, yz, iA + iB),
        };
        k.Prepare();
        return k;
    }

    private Vec2 RelativeVelocity(in BodyVelocity a, in BodyVelocity b) =>
        b.Linear + Vec2.Cross(b.Angular, armB) - a.Linear - Vec2.Cross(a.Angular, armA);

    private void Apply(Vec3 impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        Vec2 p = impulse.Plane;
        a.Linear -= Mass.MassA * p;
        a.Angular -= Mass.InertiaA * (Vec2.Cross(armA, p) + impulse.Z);
        b.Linear += Mass.MassB * p;
        b.Angular += Mass.InertiaB * (Vec2.Cross(armB, p) + impulse.Z);
    }
}
