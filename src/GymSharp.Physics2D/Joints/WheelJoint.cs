namespace GymSharp.Physics2D;

/// <summary>A wheel that slides along a line of a car on a spring, and turns freely or by a motor.</summary>
/// <remarks>The impulses: X across the line, Y along it (the spring), and the motor's.</remarks>
public sealed class WheelJoint : Joint
{
    private Vec2 localAxis;
    private Vec2 localPerpendicular;
    private float motorSpeed;
    private float maximumMotorTorque;
    private float frequency;
    private float dampingRatio;
    private bool enableMotor;
    private Vec2 along;
    private Vec2 across;
    private float alongA;
    private float alongB;
    private float acrossA;
    private float acrossB;
    private float mass;
    private float motorMass;
    private float springMass;
    private float maximumMotorImpulse;
    private SoftConstraint soft;

    internal WheelJoint(in WheelJointDescription description)
        : base(description.BodyA, description.BodyB, description.CollideConnected)
    {
        LocalAnchorA = description.LocalAnchorA;
        LocalAnchorB = description.LocalAnchorB;
        RequireAnchors();
        Require.Direction(description.LocalAxisA, nameof(description.LocalAxisA));
        Require.Finite(description.MotorSpeed, nameof(description.MotorSpeed));
        Require.NotNegative(description.MaximumMotorTorque, nameof(description.MaximumMotorTorque));
        localAxis = description.LocalAxisA;
        localPerpendicular = Vec2.LeftOf(localAxis);
        motorSpeed = description.MotorSpeed;
        maximumMotorTorque = description.MaximumMotorTorque;
        enableMotor = description.EnableMotor;
        Frequency = description.Frequency;
        DampingRatio = description.DampingRatio;
    }

    /// <summary>How far the wheel is from its place at rest, along the line, metres.</summary>
    public float Translation => Vec2.Dot(AnchorB - AnchorA, BodyA.WorldVector(localAxis));

    /// <summary>How fast the wheel turns, rad/s.</summary>
    public float Speed => BodyB.AngularVelocity - BodyA.AngularVelocity;

    /// <summary>Whether the motor runs. Setting it wakes both bodies.</summary>
    public bool IsMotorEnabled
    {
        get => enableMotor;
        set
        {
            WakeBodies();
            enableMotor = value;
        }
    }

    /// <summary>The speed the motor strives for, rad/s. Setting it wakes both bodies.</summary>
    public float MotorSpeed
    {
        get => motorSpeed;
        set
        {
            Require.Finite(value, nameof(MotorSpeed));
            WakeBodies();
            motorSpeed = value;
        }
    }

    /// <summary>The most the motor gives, N·m. Setting it wakes both bodies.</summary>
    public float MaximumMotorTorque
    {
        get => maximumMotorTorque;
        set
        {
            Require.NotNegative(value, nameof(MaximumMotorTorque));
            WakeBodies();
            maximumMotorTorque = value;
        }
    }

    /// <summary>Of the suspension, Hz; 0 for none.</summary>
    public float Frequency
    {
        get => frequency;
        set
        {
            Require.NotNegative(value, nameof(Frequency));
            frequency = value;
        }
    }

    /// <summary>Of the suspension; 1 for critical damping.</summary>
    public float DampingRatio
    {
        get => dampingRatio;
        set
        {
            Require.NotNegative(value, nameof(DampingRatio));
            dampingRatio = value;
        }
    }

    /// <summary>What the motor gave in the last step, N·m.</summary>
    /// <param name="inverseDt">1 by the length of the step.</param>
    public float MotorTorque(float inverseDt) => inverseDt * Impulse.Motor;

    /// <inheritdoc/>
    public override Vec2 ReactionForce(float inverseDt) =>
        inverseDt * (Impulse.Constraint.X * across + Impulse.Constraint.Y * along);

    /// <inheritdoc/>
    public override float ReactionTorque(float inverseDt) => inverseDt * Impulse.Motor;

    internal override void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        (float total, float spring, _) = impulse.Constraint;
        float speed = Vec2.Dot(along, b.Linear - a.Linear) + alongB * b.Angular - alongA * a.Angular;
        float lambda = -springMass * (speed + soft.Bias + soft.Gamma * spring);
        spring += lambda;
        Apply(lambda * along, lambda * alongA, lambda * alongB, ref a, ref b);

        lambda = -motorMass * (b.Angular - a.Angular - motorSpeed);
        float old = impulse.Motor;
        impulse.Motor = Scalar.Clamp(old + lambda, -maximumMotorImpulse, maximumMotorImpulse);
        lambda = impulse.Motor - old;
        a.Angular -= Mass.InertiaA * lambda;
        b.Angular += Mass.InertiaB * lambda;

        lambda = -mass * (Vec2.Dot(across, b.Linear - a.Linear) + acrossB * b.Angular - acrossA * a.Angular);
        impulse.Constraint = new(total + lambda, spring, 0.0f);
        Apply(lambda * across, lambda * acrossA, lambda * acrossB, ref a, ref b);
    }

    internal override bool SolvePosition(ref BodyPosition a, ref BodyPosition b)
    {
        Rotation turnA = a.Turn;
        Vec2 rA = ArmA(turnA);
        Vec2 rB = ArmB(b.Turn);
        Vec2 d = (b.Center - a.Center) + rB - rA;
        Vec2 direction = turnA * localPerpendicular;
        float error = Vec2.Dot(d, direction);

        // The moments of the velocity solver, as Box2D 2.3.0 has it.
        float k = Mass.MassA + Mass.MassB + Mass.InertiaA * acrossA * acrossA + Mass.InertiaB * acrossB * acrossB;
        float lambda = k != 0.0f ? -error / k : 0.0f;
        Vec2 p = lambda * direction;
        a.Center -= Mass.MassA * p;
        a.Angle -= Mass.InertiaA * (lambda * Vec2.Cross(d + rA, direction));
        b.Center += Mass.MassB * p;
        b.Angle += Mass.InertiaB * (lambda * Vec2.Cross(rB, direction));
        return Scalar.Abs(error) <= PhysicsConstants.LinearSlop;
    }

    internal override void Sync(WorldSync sync)
    {
        sync.Sync(ref localAxis);
        sync.Sync(ref localPerpendicular);
        sync.Sync(ref motorSpeed);
        sync.Sync(ref maximumMotorTorque);
        sync.Sync(ref frequency);
        sync.Sync(ref dampingRatio);
        sync.Sync(ref enableMotor);
        sync.Sync(ref along);
        sync.Sync(ref alongA);
        sync.Sync(ref alongB);
    }

    private protected override void PrepareVelocity(
        in TimeStep step, ref BodyPosition a, ref BodyPosition b, ref JointImpulse impulse)
    {
        Rotation turnA = a.Turn;
        Vec2 rA = ArmA(turnA);
        Vec2 rB = ArmB(b.Turn);
        Vec2 d = b.Center + rB - a.Center - rA;
        across = turnA * localPerpendicular;
        acrossA = Vec2.Cross(d + rA, across);
        acrossB = Vec2.Cross(rB, across);
        mass = Inverse(Mass.Along(acrossA, acrossB));
        PrepareSpring(step.Dt, turnA * localAxis, d, d + rA, rB);
        if (!(frequency > 0.0f))
        {
            impulse.Constraint = impulse.Constraint with { Y = 0.0f };
        }

        motorMass = enableMotor ? Inverse(Mass.InertiaA + Mass.InertiaB) : 0.0f;
        impulse.Motor = enableMotor ? impulse.Motor : 0.0f;
        maximumMotorImpulse = step.Dt * maximumMotorTorque;
    }

    private protected override void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        (float total, float spring, _) = impulse.Constraint;
        Apply(
            total * across + spring * along,
            total * acrossA + spring * alongA + impulse.Motor,
            total * acrossB + spring * alongB + impulse.Motor,
            ref a,
            ref b);
    }

    private static float Inverse(float k) => k > 0.0f ? 1.0f / k : k;

    // Without a spring the line of the last one stays; impulses along it are zero.
    private void PrepareSpring(float h, Vec2 axis, Vec2 d, Vec2 armA, Vec2 armB)
    {
        springMass = 0.0f;
        soft = default;
        if (!(frequency > 0.0f))
        {
            return;
        }

        along = axis;
        alongA = Vec2.Cross(armA, axis);
        alongB = Vec2.Cross(armB, axis);
        float inverse = Mass.Along(alongA, alongB);
        if (inverse > 0.0f)
        {
            soft = SoftConstraint.Of(frequency, dampingRatio, 1.0f / inverse, Vec2.Dot(d, axis), h);
            springMass = Inverse(inverse + soft.Gamma);
        }
    }

    private void Apply(Vec2 p, float momentA, float momentB, ref BodyVelocity a, ref BodyVelocity b)
    {
        a.Linear -= Mass.MassA * p;
        a.Angular -= Mass.InertiaA * momentA;
        b.Linear += Mass.MassB * p;
        b.Angular += Mass.InertiaB * momentB;
    }
}
