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
    private Vec2 armA;
    private Vec2 armB;
    private Mat33 k;
    private float motorMass;
    private float maximumMotorImpulse;
    private bool drives;
    private bool limits;

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

    /// <summary>What the motor gave in the last step, N·m.</summary>
    /// <param name="inverseDt">1 by the length of the step.</param>
    public float MotorTorque(float inverseDt) => inverseDt * Impulse.Motor;

    /// <inheritdoc/>
    public override Vec2 ReactionForce(float inverseDt) => inverseDt * Impulse.Constraint.Plane;

    /// <inheritdoc/>
    public override float ReactionTorque(float inverseDt) => inverseDt * Impulse.Constraint.Z;

    internal override void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity slotA, ref BodyVelocity slotB)
    {
        BodyVelocity a = slotA;
        BodyVelocity b = slotB;
        PairMass mass = Mass;
        if (drives)
        {
            float lambda = -motorMass * (b.Angular - a.Angular - motorSpeed);
            float old = impulse.Motor;
            impulse.Motor = Scalar.Clamp(old + lambda, -maximumMotorImpulse, maximumMotorImpulse);
            lambda = impulse.Motor - old;
            a.Angular -= mass.InertiaA * lambda;
            b.Angular += mass.InertiaB * lambda;
        }

        Vec2 error = b.Linear + Vec2.Cross(b.Angular, armB) - a.Linear - Vec2.Cross(a.Angular, armA);
        Vec2 p;
        if (limits)
        {
            Vec3 step = LimitStep(ref impulse.Constraint, error, b.Angular - a.Angular);
            p = step.Plane;
            a.Angular -= mass.InertiaA * (Vec2.Cross(armA, p) + step.Z);
            b.Angular += mass.InertiaB * (Vec2.Cross(armB, p) + step.Z);
        }
        else
        {
            p = k.Solve22(-error);
            impulse.Constraint = new(
                impulse.Constraint.X + p.X, impulse.Constraint.Y + p.Y, impulse.Constraint.Z);
            a.Angular -= mass.InertiaA * Vec2.Cross(armA, p);
            b.Angular += mass.InertiaB * Vec2.Cross(armB, p);
        }

        a.Linear -= mass.MassA * p;
        b.Linear += mass.MassB * p;
        slotA = a;
        slotB = b;
    }

    internal override bool SolvePosition(ref BodyPosition a, ref BodyPosition b)
    {
        float angularError = limits ? SolveAngle(ref a, ref b) : 0.0f;
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
        armA = ArmA(a.Turn);
        armB = ArmB(b.Turn);
        (float mA, float iA, float mB, float iB) = Mass;
        float xy = -armA.Y * armA.X * iA - armB.Y * armB.X * iB;
        float xz = -armA.Y * iA - armB.Y * iB;
        float yz = armA.X * iA + armB.X * iB;
        k.Column1 = new(mA + mB + armA.Y * armA.Y * iA + armB.Y * armB.Y * iB, xy, xz);
        k.Column2 = new(xy, mA + mB + armA.X * armA.X * iA + armB.X * armB.X * iB, yz);
        k.Column3 = new(xz, yz, iA + iB);
        k.Prepare();
        motorMass = iA + iB;
        bool canTurn = motorMass != 0.0f;
        if (motorMass > 0.0f)
        {
            motorMass = 1.0f / motorMass;
        }

        if (!enableMotor || !canTurn)
        {
            impulse.Motor = 0.0f;
        }

        UpdateLimit(b.Angle - a.Angle - referenceAngle, canTurn, ref impulse);
        maximumMotorImpulse = step.Dt * maximumMotorTorque;
        drives = enableMotor && limitState != LimitState.Equal && canTurn;
        limits = enableLimit && limitState != LimitState.Inactive && canTurn;
    }

    private protected override void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        PairMass mass = Mass;
        Vec2 p = impulse.Constraint.Plane;
        a.Linear -= mass.MassA * p;
        a.Angular -= mass.InertiaA * (Vec2.Cross(armA, p) + impulse.Motor + impulse.Constraint.Z);
        b.Linear += mass.MassB * p;
        b.Angular += mass.InertiaB * (Vec2.Cross(armB, p) + impulse.Motor + impulse.Constraint.Z);
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

    private Vec3 LimitStep(ref Vec3 total, Vec2 error, float angularError)
    {
        Vec3 step = -k.Solve33(new(error.X, error.Y, angularError));
        float z = total.Z + step.Z;
        bool pulls = (limitState == LimitState.AtLower && z < 0.0f) || (limitState == LimitState.AtUpper && z > 0.0f);
        if (!pulls)
        {
            total += step;
            return step;
        }

        Vec2 reduced = k.Solve22(-error + total.Z * k.Column3.Plane);
        step = new(reduced.X, reduced.Y, -total.Z);
        total = new(total.X + reduced.X, total.Y + reduced.Y, 0.0f);
        return step;
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

        float impulse = -motorMass * c;
        a.Angle -= Mass.InertiaA * impulse;
        b.Angle += Mass.InertiaB * impulse;
        return error;
    }

    private void ForgetLimitImpulse() =>
        Impulse = Impulse with { Constraint = Impulse.Constraint with { Z = 0.0f } };
}
