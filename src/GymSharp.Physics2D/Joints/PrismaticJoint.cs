namespace GymSharp.Physics2D;

/// <summary>Lets one body slide along a line of another without turning, with limits and a motor.</summary>
/// <remarks>
/// With d from A's point to B's, axis and perpendicular turning with A: C1 = perp·d, C2 = aB - aA - reference, and at a
/// limit C3 = axis·d - limit. s1, s2 and a1, a2 are the moments of the impulses along perp and axis about A and B.
/// </remarks>
public sealed class PrismaticJoint : Joint
{
    private Vec2 localAxis;
    private Vec2 localPerpendicular;
    private float referenceAngle;
    private float lower;
    private float upper;
    private float motorSpeed;
    private float maximumMotorForce;
    private bool enableLimit;
    private bool enableMotor;
    private LimitState limitState;
    private PrismaticFrame frame;
    private Mat33 k;
    private float motorMass;
    private float maximumMotorImpulse;

    internal PrismaticJoint(in PrismaticJointDescription description)
        : base(description.BodyA, description.BodyB, description.CollideConnected)
    {
        LocalAnchorA = description.LocalAnchorA;
        LocalAnchorB = description.LocalAnchorB;
        RequireAnchors();
        Require.Direction(description.LocalAxisA, nameof(description.LocalAxisA));
        Require.Finite(description.ReferenceAngle, nameof(description.ReferenceAngle));
        Require.Limits(description.LowerTranslation, description.UpperTranslation);
        Require.Finite(description.MotorSpeed, nameof(description.MotorSpeed));
        Require.NotNegative(description.MaximumMotorForce, nameof(description.MaximumMotorForce));
        localAxis = description.LocalAxisA.Normalized();
        localPerpendicular = Vec2.LeftOf(localAxis);
        referenceAngle = description.ReferenceAngle;
        lower = description.LowerTranslation;
        upper = description.UpperTranslation;
        motorSpeed = description.MotorSpeed;
        maximumMotorForce = description.MaximumMotorForce;
        enableLimit = description.EnableLimit;
        enableMotor = description.EnableMotor;
    }

    /// <summary>How far the second body's point has moved along the line, metres.</summary>
    public float Translation => Vec2.Dot(AnchorB - AnchorA, BodyA.WorldVector(localAxis));

    /// <summary>How fast it moves along the line, m/s.</summary>
    public float Speed
    {
        get
        {
            Vec2 rA = ArmA(BodyA.Frame.Rotation);
            Vec2 rB = ArmB(BodyB.Frame.Rotation);
            Vec2 d = BodyB.Sweep.Center + rB - (BodyA.Sweep.Center + rA);
            Vec2 axis = BodyA.Frame.Rotation * localAxis;
            Vec2 v = BodyB.Velocity + Vec2.Cross(BodyB.Spin, rB) - BodyA.Velocity - Vec2.Cross(BodyA.Spin, rA);
            return Vec2.Dot(d, Vec2.Cross(BodyA.Spin, axis)) + Vec2.Dot(axis, v);
        }
    }

    /// <summary>The lower limit, metres.</summary>
    public float LowerLimit => lower;

    /// <summary>The upper limit, metres.</summary>
    public float UpperLimit => upper;

    /// <summary>Whether the translation is limited.</summary>
    public bool IsLimitEnabled
    {
        get => enableLimit;
        set
        {
            if (value != enableLimit)
            {
                WakeBodies();
                enableLimit = value;
                ForgetLimitImpulse();
            }
        }
    }

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

    /// <summary>The speed the motor strives for, m/s. Setting it wakes both bodies.</summary>
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

    /// <summary>The most the motor gives, N. Setting it wakes both bodies.</summary>
    public float MaximumMotorForce
    {
        get => maximumMotorForce;
        set
        {
            Require.NotNegative(value, nameof(MaximumMotorForce));
            WakeBodies();
            maximumMotorForce = value;
        }
    }

    /// <summary>Changes the limits, and wakes both bodies if they change.</summary>
    /// <param name="lowerLimit">Metres.</param>
    /// <param name="upperLimit">Metres, at least <paramref name="lowerLimit"/>.</param>
    public void SetLimits(float lowerLimit, float upperLimit)
    {
        Require.Limits(lowerLimit, upperLimit);
        if (lowerLimit != lower || upperLimit != upper)
        {
            WakeBodies();
            lower = lowerLimit;
            upper = upperLimit;
            ForgetLimitImpulse();
        }
    }

    /// <summary>What the motor gave in the last step, N.</summary>
    /// <param name="inverseDt">1 by the length of the step.</param>
    public float MotorForce(float inverseDt) => inverseDt * Impulse.Motor;

    /// <inheritdoc/>
    public override Vec2 ReactionForce(float inverseDt) => inverseDt * (Impulse.Constraint.X * frame.Perpendicular
        + (Impulse.Motor + Impulse.Constraint.Z) * frame.Axis);

    /// <inheritdoc/>
    public override float ReactionTorque(float inverseDt) => inverseDt * Impulse.Constraint.Y;

    internal override void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        if (enableMotor && limitState != LimitState.Equal)
        {
            float lambda = motorMass * (motorSpeed - frame.SpeedAlong(a, b));
            float old = impulse.Motor;
            impulse.Motor = Scalar.Clamp(old + lambda, -maximumMotorImpulse, maximumMotorImpulse);
            lambda = impulse.Motor - old;
            Apply(lambda * frame.Axis, lambda * frame.A1, lambda * frame.A2, ref a, ref b);
        }

        Vec2 error = new(frame.SpeedAcross(a, b), b.Angular - a.Angular);
        if (enableLimit && limitState != LimitState.Inactive)
        {
            Vec3 step = LimitStep(ref impulse.Constraint, error, frame.SpeedAlong(a, b));
            Apply(frame.Impulse(step), frame.MomentA(step), frame.MomentB(step), ref a, ref b);
            return;
        }

        Vec2 df = k.Solve22(-error);
        impulse.Constraint = new(impulse.Constraint.X + df.X, impulse.Constraint.Y + df.Y, impulse.Constraint.Z);
        Apply(df.X * frame.Perpendicular, df.X * frame.S1 + df.Y, df.X * frame.S2 + df.Y, ref a, ref b);
    }

    internal override bool SolvePosition(ref BodyPosition a, ref BodyPosition b)
    {
        Rotation turnA = a.Turn;
        Vec2 rA = ArmA(turnA);
        Vec2 rB = ArmB(b.Turn);
        Vec2 d = b.Center + rB - a.Center - rA;
        PrismaticFrame now = new(turnA * localAxis, turnA * localPerpendicular, d + rA, rB);
        Vec2 c1 = new(Vec2.Dot(now.Perpendicular, d), b.Angle - a.Angle - referenceAngle);
        float linearError = Scalar.Abs(c1.X);
        float angularError = Scalar.Abs(c1.Y);
        Vec3 impulse;
        Mat33 system = now.System(Mass);
        system.Prepare();
        if (enableLimit && LimitError(Vec2.Dot(now.Axis, d), ref linearError) is { } c2)
        {
            impulse = system.Solve33(-new Vec3(c1.X, c1.Y, c2));
        }
        else
        {
            Vec2 plane = system.Solve22(-c1);
            impulse = new(plane.X, plane.Y, 0.0f);
        }

        Vec2 p = now.Impulse(impulse);
        a.Center -= Mass.MassA * p;
        a.Angle -= Mass.InertiaA * now.MomentA(impulse);
        b.Center += Mass.MassB * p;
        b.Angle += Mass.InertiaB * now.MomentB(impulse);
        return linearError <= PhysicsConstants.LinearSlop && angularError <= PhysicsConstants.AngularSlop;
    }

    internal override void Sync(WorldSync sync)
    {
        sync.Sync(ref localAxis);
        sync.Sync(ref localPerpendicular);
        sync.Sync(ref referenceAngle);
        sync.Sync(ref lower);
        sync.Sync(ref upper);
        sync.Sync(ref motorSpeed);
        sync.Sync(ref maximumMotorForce);
        sync.Sync(ref enableLimit);
        sync.Sync(ref enableMotor);
        sync.Sync(ref limitState);
    }

    private protected override void PrepareVelocity(
        in TimeStep step, ref BodyPosition a, ref BodyPosition b, ref JointImpulse impulse)
    {
        Rotation turnA = a.Turn;
        Vec2 rA = ArmA(turnA);
        Vec2 rB = ArmB(b.Turn);
        Vec2 d = (b.Center - a.Center) + rB - rA;
        frame = new(turnA * localAxis, turnA * localPerpendicular, d + rA, rB);
        motorMass = Mass.Along(frame.A1, frame.A2);
        if (motorMass > 0.0f)
        {
            motorMass = 1.0f / motorMass;
        }

        k = frame.System(Mass);
        k.Prepare();
        UpdateLimit(Vec2.Dot(frame.Axis, d), ref impulse);
        if (!enableMotor)
        {
            impulse.Motor = 0.0f;
        }

        maximumMotorImpulse = step.Dt * maximumMotorForce;
    }

    private protected override void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        Vec3 all = impulse.Constraint with { Z = impulse.Motor + impulse.Constraint.Z };
        Apply(frame.Impulse(all), frame.MomentA(all), frame.MomentB(all), ref a, ref b);
    }

    private void UpdateLimit(float translation, ref JointImpulse impulse)
    {
        LimitState before = limitState;
        limitState = !enableLimit ? LimitState.Inactive
            : HasEqualLimits() ? LimitState.Equal
            : translation <= lower ? LimitState.AtLower
            : translation >= upper ? LimitState.AtUpper
            : LimitState.Inactive;
        bool keeps = limitState == LimitState.Equal || (limitState == before && limitState != LimitState.Inactive);
        if (!keeps)
        {
            impulse.Constraint = impulse.Constraint with { Z = 0.0f };
        }
    }

    private bool HasEqualLimits() => Scalar.Abs(upper - lower) < 2.0f * PhysicsConstants.LinearSlop;

    private Vec3 LimitStep(ref Vec3 total, Vec2 error, float speed)
    {
        Vec3 old = total;
        total += k.Solve33(-new Vec3(error.X, error.Y, speed));
        float z = limitState switch
        {
            LimitState.AtLower => Scalar.Max(total.Z, 0.0f),
            LimitState.AtUpper => Scalar.Min(total.Z, 0.0f),
            _ => total.Z,
        };

        // The other two rows once more, given the impulse of the limit.
        Vec2 right = -error - (z - old.Z) * k.Column3.Plane;
        Vec2 plane = k.Solve22(right) + old.Plane;
        total = new(plane.X, plane.Y, z);
        return total - old;
    }

    private float? LimitError(float translation, ref float linearError)
    {
        const float Most = PhysicsConstants.MaximumLinearCorrection;
        if (HasEqualLimits())
        {
            linearError = Scalar.Max(linearError, Scalar.Abs(translation));
            return Scalar.Clamp(translation, -Most, Most);
        }

        if (translation <= lower)
        {
            linearError = Scalar.Max(linearError, lower - translation);
            return Scalar.Clamp(translation - lower + PhysicsConstants.LinearSlop, -Most, 0.0f);
        }

        if (translation >= upper)
        {
            linearError = Scalar.Max(linearError, translation - upper);
            return Scalar.Clamp(translation - upper - PhysicsConstants.LinearSlop, 0.0f, Most);
        }

        return null;
    }

    private void Apply(Vec2 p, float momentA, float momentB, ref BodyVelocity a, ref BodyVelocity b)
    {
        a.Linear -= Mass.MassA * p;
        a.Angular -= Mass.InertiaA * momentA;
        b.Linear += Mass.MassB * p;
        b.Angular += Mass.InertiaB * momentB;
    }

    private void ForgetLimitImpulse() =>
        Impulse = Impulse with { Constraint = Impulse.Constraint with { Z = 0.0f } };
}
