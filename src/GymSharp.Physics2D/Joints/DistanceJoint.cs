namespace GymSharp.Physics2D;

/// <summary>A rod or a spring between two points.</summary>
/// <remarks>C = |pB - pA| - length, along the unit vector u from A to B.</remarks>
public sealed class DistanceJoint : Joint
{
    private float length;
    private float frequency;
    private float dampingRatio;
    private Vec2 armA;
    private Vec2 armB;
    private Vec2 u;
    private float mass;
    private SoftConstraint soft;

    internal DistanceJoint(in DistanceJointDescription description)
        : base(description.BodyA, description.BodyB, description.CollideConnected)
    {
        LocalAnchorA = description.LocalAnchorA;
        LocalAnchorB = description.LocalAnchorB;
        RequireAnchors();
        Length = description.Length;
        Frequency = description.Frequency;
        DampingRatio = description.DampingRatio;
    }

    /// <summary>The length at rest, metres.</summary>
    public float Length
    {
        get => length;
        set
        {
            Require.NotNegative(value, nameof(Length));
            length = value;
        }
    }

    /// <summary>Of the spring, Hz; 0 for a rod.</summary>
    public float Frequency
    {
        get => frequency;
        set
        {
            Require.NotNegative(value, nameof(Frequency));
            frequency = value;
        }
    }

    /// <summary>Of the spring; 1 for critical damping.</summary>
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
    public override Vec2 ReactionForce(float inverseDt) => inverseDt * Impulse.Constraint.X * u;

    /// <inheritdoc/>
    public override float ReactionTorque(float inverseDt) => 0.0f;

    internal override void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        Vec2 vA = a.Linear + Vec2.Cross(a.Angular, armA);
        Vec2 vB = b.Linear + Vec2.Cross(b.Angular, armB);
        float total = impulse.Constraint.X;
        float lambda = -mass * (Vec2.Dot(u, vB - vA) + soft.Bias + soft.Gamma * total);
        impulse.Constraint = new(total + lambda, 0, 0);
        Apply(lambda, ref a, ref b);
    }

    internal override bool SolvePosition(ref BodyPosition a, ref BodyPosition b)
    {
        if (frequency > 0.0f)
        {
            return true;
        }

        Vec2 rA = ArmA(a.Turn);
        Vec2 rB = ArmB(b.Turn);
        Vec2 direction = (b.Center + rB - a.Center - rA).Normalized(out float now);
        float error = Scalar.Clamp(
            now - length, -PhysicsConstants.MaximumLinearCorrection, PhysicsConstants.MaximumLinearCorrection);
        Vec2 p = -mass * error * direction;
        a.Center -= Mass.MassA * p;
        a.Angle -= Mass.InertiaA * Vec2.Cross(rA, p);
        b.Center += Mass.MassB * p;
        b.Angle += Mass.InertiaB * Vec2.Cross(rB, p);
        return Scalar.Abs(error) < PhysicsConstants.LinearSlop;
    }

    internal override void Sync(WorldSync sync)
    {
        sync.Sync(ref length);
        sync.Sync(ref frequency);
        sync.Sync(ref dampingRatio);
    }

    private protected override void PrepareVelocity(
        in TimeStep step, ref BodyPosition a, ref BodyPosition b, ref JointImpulse impulse)
    {
        armA = ArmA(a.Turn);
        armB = ArmB(b.Turn);
        u = b.Center + armB - a.Center - armA;
        float now = u.Length;
        u = now > PhysicsConstants.LinearSlop ? 1.0f / now * u : Vec2.Zero;
        float crossA = Vec2.Cross(armA, u);
        float crossB = Vec2.Cross(armB, u);
        float inverse = Mass.MassA + Mass.InertiaA * crossA * crossA + Mass.MassB + Mass.InertiaB * crossB * crossB;
        mass = inverse != 0.0f ? 1.0f / inverse : 0.0f;
        soft = default;
        if (frequency > 0.0f)
        {
            soft = SoftConstraint.Of(frequency, dampingRatio, mass, now - length, step.Dt);
            inverse += soft.Gamma;
            mass = inverse != 0.0f ? 1.0f / inverse : 0.0f;
        }
    }

    private protected override void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b) =>
        Apply(impulse.Constraint.X, ref a, ref b);

    private void Apply(float lambda, ref BodyVelocity a, ref BodyVelocity b)
    {
        Vec2 p = lambda * u;
        a.Linear -= Mass.MassA * p;
        a.Angular -= Mass.InertiaA * Vec2.Cross(armA, p);
        b.Linear += Mass.MassB * p;
        b.Angular += Mass.InertiaB * Vec2.Cross(armB, p);
    }
}
