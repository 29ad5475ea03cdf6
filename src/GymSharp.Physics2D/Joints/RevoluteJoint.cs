namespace GymSharp.Physics2D;

/// <summary>A hinge, with limits and a motor.</summary>
/// <remarks>
/// Point: C = pB - pA, Jacobian [-I -skew(rA) I skew(rB)]. Limit: one more row [0 -1 0 1] of the same system,
/// whose impulse is kept to one sign by solving the first two rows alone where it would change.
/// </remarks>
public sealed class RevoluteJoint : Joint
{
    private float referenceAngle;
    private float lowerAngle;
    private float upperAngle;
    private float motorSpeed;
    private float maximumMotorTorque;
    private bool enableLimit;
    private bool enableMotor;
    private LimitState limitState;
    private RevoluteConstraint constraint;

    internal RevoluteJoint(in RevoluteJointDescription description)
        : base(description.BodyA, description.BodyB, description.CollideConnected)
    {
        Require.Finite(description.ReferenceAngle, nameof(description.ReferenceAngle));
        Require.Limits(description.LowerAngle, description.UpperAngle);
        Require.Finite(description.MotorSpeed, nameof(description.MotorSpeed));
        Require.NotNegative(description.MaximumMotorTorque, nameof(description.MaximumMotorTorque));
        LocalAnchorA = description.LocalAnchorA;
        LocalAnchorB = description.LocalAnchorB;
        RequireAnchors();
        referenceAngle = description.ReferenceAngle;
        lowerAngle = description.LowerAngle;
        upperAngle = description.UpperAngle;
        motorSpeed = description.MotorSpeed;
        maximumMotorTorque = description.MaximumMotorTorque;
        enableLimit = description.EnableLimit;
        enableMotor = description.EnableMotor;
    }

    /// <summary>The angle of the second body minus that of the first where <see cref="Angle"/> is 0, radians.</summary>
    public float ReferenceAngle => referenceAngle;

    /// <summary>The angle of the hinge, radians.</summary>
    public float Angle => BodyB.Angle - BodyA.Angle - referenceAngle;

    /// <summary>How fast the hinge turns, rad/s.</summary>
    public float Speed => BodyB.AngularVelocity - BodyA.AngularVelocity;

    /// <summary>The lower limit, radians.</summary>
    public float LowerLimit => lowerAngle;

    /// <summary>The upper limit, radians.</summary>
    public float UpperLimit => upperAngle;

    /// <summary>Where the hinge stood to its limits in the last step.</summary>
    public LimitState LimitState => limitState;

    /// <summary>Whether the angle is limited.</summary>
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

    /// <summary>Changes the limits, and wakes both bodies if they change.</summary>
    /// <param name="lower">Radians.</param>
    /// <param name="upper">Radians, at least <paramref name="lower"/>.</param>
    public void SetLimits(float lower, float upper)
    {
        Require.Limits(lower, upper);
        if (lower != lowerAngle || upper != upperAngle)
        {
            WakeBodies();
            ForgetLimitImpulse();
            lowerAngle = lower;
            upperAngle = upper;
        }
    }

    /// <summary>What the velocity solver needs, once prepared.</summary>
    internal ref readonly RevoluteConstraint Constraint => ref constraint;

    /// <summary>The joint's point from the first body's centre of mass, in its frame.</summary>
    internal Vec2 AnchorFromCenterA => LocalAnchorA - BodyA.Sweep.LocalCenter;

    internal Vec2 AnchorFromCenterB => LocalAnchorB - BodyB.Sweep.LocalCenter;

    /// <summary>What the motor gave in the last step, N·m.</summary>
    /// <param name="inverseDt">1 by the length of the step.</param>
    public float MotorTorque(float inverseDt) => inverseDt * Impulse.Motor;

    /// <inheritdoc/>
    public override Vec2 ReactionForce(float inverseDt) => inverseDt * Impulse.Constraint.Plane;

    /// <inheritdoc/>
    public override float ReactionTorque(float inverseDt) => inverseDt * Impulse.Constraint.Z;

    internal override bool AddsUp => true;

    internal override void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b) =>
        RevoluteConstraint.Solve(constraint, ref impulse, ref a, ref b);

    internal override bool SolvePosition(ref BodyPosition a, ref BodyPosition b)
    {
        float angularError = constraint.Limit != LimitState.Inactive ? SolveAngle(ref a, ref b) : 0.0f;
        PairMass mass = Mass;
        Vec2 rA = ArmA(a.Turn);
        Vec2 rB = ArmB(b.Turn);
        Vec2 error = b.Center + rB - a.Center - rA;
        float offDiagonal = -mass.InertiaA * rA.X * rA.Y - mass.InertiaB * rB.X * rB.Y;
        Mat22 system = new(
            new(mass.Along(rA.Y, rB.Y), offDiagonal), new(offDiagonal, mass.Along(rA.X, rB.X)));
        Vec2 impulse = -system.Solve(error);
        a.Center -= mass.MassA * impulse;
        a.Angle -= mass.InertiaA * Vec2.Cross(rA, impulse);
        b.Center += mass.MassB * impulse;
        b.Angle += mass.InertiaB * Vec2.Cross(rB, impulse);
        return error.Length <= PhysicsConstants.LinearSlop && angularError <= PhysicsConstants.AngularSlop;
    }

    internal override void Sync(WorldSync sync)
    {
        sync.Sync(ref referenceAngle);
        sync.Sync(ref lowerAngle);
        sync.Sync(ref upperAngle);
        sync.Sync(ref motorSpeed);
        sync.Sync(ref maximumMotorTorque);
        sync.Sync(ref enableLimit);
        sync.Sync(ref enableMotor);
        sync.Sync(ref limitState);
    }

    private protected override void PrepareVelocity(
        in TimeStep step, ref BodyPosition a, ref BodyPosition b, ref JointImpulse impulse)
    {
        Vec2 armA = ArmA(a.Turn);
        Vec2 armB = ArmB(b.Turn);
        (float mA, float iA, float mB, float iB) = Mass;
        float xy = -armA.Y * armA.X * iA - armB.Y * armB.X * iB;
        float xz = -armA.Y * iA - armB.Y * iB;
        float yz = armA.X * iA + armB.X * iB;
        constraint.Mass = Mass;
        constraint.ArmA = armA;
        constraint.ArmB = armB;
        constraint.Take(
            new(mA + mB + armA.Y * armA.Y * iA + armB.Y * armB.Y * iB, xy, xz),
            new(xy, mA + mB + armA.X * armA.X * iA + armB.X * armB.X * iB, yz),
            new(xz, yz, iA + iB));
        float turning = iA + iB;
        bool canTurn = turning != 0.0f;
        if (!enableMotor || !canTurn)
        {
            impulse.Motor = 0.0f;
        }

        UpdateLimit(b.Angle - a.Angle - referenceAngle, canTurn, ref impulse);
        constraint.Limit = limitState;
        constraint.Drives = enableMotor && limitState != LimitState.Equal && canTurn;
        constraint.MotorMass = turning > 0.0f ? 1.0f / turning : turning;
        constraint.MotorSpeed = motorSpeed;
        constraint.MaximumMotorImpulse = step.Dt * maximumMotorTorque;
    }

    private protected override void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        PairMass mass = Mass;
        Vec2 p = impulse.Constraint.Plane;
        a.Linear -= mass.MassA * p;
        a.Angular -= mass.InertiaA * (Vec2.Cross(constraint.ArmA, p) + impulse.Motor + impulse.Constraint.Z);
        b.Linear += mass.MassB * p;
        b.Angular += mass.InertiaB * (Vec2.Cross(constraint.ArmB, p) + impulse.Motor + impulse.Constraint.Z);
    }

    private void UpdateLimit(float angle, bool canTurn, ref JointImpulse impulse)
    {
        if (!enableLimit || !canTurn)
        {
            limitState = LimitState.Inactive;
            return;
        }

        if (Scalar.Abs(upperAngle - lowerAngle) < 2.0f * PhysicsConstants.AngularSlop)
        {
            limitState = LimitState.Equal;
            return;
        }

        LimitState now = angle <= lowerAngle ? LimitState.AtLower
            : angle >= upperAngle ? LimitState.AtUpper
            : LimitState.Inactive;
        if (now != limitState || now == LimitState.Inactive)
        {
            impulse.Constraint = impulse.Constraint with { Z = 0.0f };
        }

        limitState = now;
    }

    private float SolveAngle(ref BodyPosition a, ref BodyPosition b)
    {
        const float Most = PhysicsConstants.MaximumAngularCorrection;
        float angle = b.Angle - a.Angle - referenceAngle;
        float c;
        float error;
        switch (limitState)
        {
            case LimitState.Equal:
                c = Scalar.Clamp(angle - lowerAngle, -Most, Most);
                error = Scalar.Abs(c);
                break;
            case LimitState.AtLower:
                c = angle - lowerAngle;
                error = -c;
                c = Scalar.Clamp(c + PhysicsConstants.AngularSlop, -Most, 0.0f);
                break;
            default:
                c = angle - upperAngle;
                error = c;
                c = Scalar.Clamp(c - PhysicsConstants.AngularSlop, 0.0f, Most);
                break;
        }

        float impulse = -constraint.MotorMass * c;
        a.Angle -= Mass.InertiaA * impulse;
        b.Angle += Mass.InertiaB * impulse;
        return error;
    }

    private void ForgetLimitImpulse() =>
        Impulse = Impulse with { Constraint = Impulse.Constraint with { Z = 0.0f } };
}
