using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>One hinge in each of sixteen worlds: <see cref="RevoluteConstraint"/>, lane by lane.</summary>
internal partial struct LaneJoint
{
    private Lanes massA;
    private Lanes inertiaA;
    private Lanes massB;
    private Lanes inertiaB;
    private Lanes armAX;
    private Lanes armAY;
    private Lanes armBX;
    private Lanes armBY;
    private Lanes column1X;
    private Lanes column1Y;
    private Lanes column1Z;
    private Lanes column2X;
    private Lanes column2Y;
    private Lanes column2Z;
    private Lanes column3X;
    private Lanes column3Y;
    private Lanes column3Z;
    private Lanes crossX;
    private Lanes crossY;
    private Lanes crossZ;
    private Lanes minusInverse33;
    private Lanes inverse22;
    private Lanes minusMotorMass;
    private Lanes motorSpeed;
    private Lanes maximumMotorImpulse;

    // The sign bit where the upper limit holds: a limit pulls where the impulse, with it, is below zero.
    private Lanes upper;
    private Lanes drives;
    private Lanes limited;
    private Lanes impulseX;
    private Lanes impulseY;
    private Lanes impulseZ;
    private Lanes motor;

    // For positions.
    private Lanes anchorAX;
    private Lanes anchorAY;
    private Lanes anchorBX;
    private Lanes anchorBY;
    private Lanes referenceAngle;
    private Lanes bound;
    private Lanes slop;
    private Lanes lowest;
    private Lanes highest;

    // Which ways lanes go.
    private LaneUse drivers;
    private LaneUse limits;

    public void Set(int lane, in RevoluteConstraint c, in JointImpulse impulse)
    {
        Lane.Set(ref massA, lane, c.Mass.MassA);
        Lane.Set(ref inertiaA, lane, c.Mass.InertiaA);
        Lane.Set(ref massB, lane, c.Mass.MassB);
        Lane.Set(ref inertiaB, lane, c.Mass.InertiaB);
        Lane.Set(ref armAX, lane, c.ArmA.X);
        Lane.Set(ref armAY, lane, c.ArmA.Y);
        Lane.Set(ref armBX, lane, c.ArmB.X);
        Lane.Set(ref armBY, lane, c.ArmB.Y);
        SetMatrix(lane, c);
        Lane.Set(ref minusMotorMass, lane, -c.MotorMass);
        Lane.Set(ref motorSpeed, lane, c.MotorSpeed);
        Lane.Set(ref maximumMotorImpulse, lane, c.MaximumMotorImpulse);
        Lane.Set(ref upper, lane, c.Limit == LimitState.AtUpper ? -0.0f : 0.0f);
        Lane.Set(ref drives, lane, c.Drives);
        Lane.Set(ref limited, lane, c.Limit != LimitState.Inactive);
        Lane.Set(ref impulseX, lane, impulse.Constraint.X);
        Lane.Set(ref impulseY, lane, impulse.Constraint.Y);
        Lane.Set(ref impulseZ, lane, impulse.Constraint.Z);
        Lane.Set(ref motor, lane, impulse.Motor);
    }

    public readonly JointImpulse ImpulseOf(int lane) => new()
    {
        Constraint = new(Lane.Get(in impulseX, lane), Lane.Get(in impulseY, lane), Lane.Get(in impulseZ, lane)),
        Motor = Lane.Get(in motor, lane),
    };

    private void SetMatrix(int lane, in RevoluteConstraint c)
    {
        Lane.Set(ref column1X, lane, c.Column1.X);
        Lane.Set(ref column1Y, lane, c.Column1.Y);
        Lane.Set(ref column1Z, lane, c.Column1.Z);
        Lane.Set(ref column2X, lane, c.Column2.X);
        Lane.Set(ref column2Y, lane, c.Column2.Y);
        Lane.Set(ref column2Z, lane, c.Column2.Z);
        Lane.Set(ref column3X, lane, c.Column3.X);
        Lane.Set(ref column3Y, lane, c.Column3.Y);
        Lane.Set(ref column3Z, lane, c.Column3.Z);
        Lane.Set(ref crossX, lane, c.Cross23.X);
        Lane.Set(ref crossY, lane, c.Cross23.Y);
        Lane.Set(ref crossZ, lane, c.Cross23.Z);
        Lane.Set(ref minusInverse33, lane, c.MinusInverse33);
        Lane.Set(ref inverse22, lane, c.Inverse22);
    }
}
