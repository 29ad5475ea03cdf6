using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A hinge as the velocity solver sees it, and one iteration of it.</summary>
/// <remarks>
/// An iteration waits for the one before, so its length is a chain of latencies, and the angular velocity of the
/// first body is on it. Therefore: bounds are branches, which processors foresee, and not selections; a motor at its
/// bound gives an impulse of zero, which is left out; signs go into constants where that changes no bit.
/// </remarks>
internal struct RevoluteConstraint
{
    public PairMass Mass;
    public Vec2 ArmA;
    public Vec2 ArmB;
    public LimitState Limit;
    public bool Drives;
    public float MotorMass;
    public float MotorSpeed;
    public float MaximumMotorImpulse;
    private Vec3 column1;
    private Vec3 column2;
    private Vec3 column3;
    private Vec3 cross23;
    private float minusInverse33;
    private float inverse22;

    public readonly Vec3 Column1 => column1;

    public readonly Vec3 Column2 => column2;

    public readonly Vec3 Column3 => column3;

    public readonly Vec3 Cross23 => cross23;

    /// <summary>Minus 1 by the determinant of the matrix.</summary>
    public readonly float MinusInverse33 => minusInverse33;

    /// <summary>1 by the determinant of the point's two rows and columns.</summary>
    public readonly float Inverse22 => inverse22;

    /// <summary>Takes the matrix of the point's two rows and the angle's one.</summary>
    public void Take(Vec3 c1, Vec3 c2, Vec3 c3)
    {
        column1 = c1;
        column2 = c2;
        column3 = c3;
        cross23 = Vec3.Cross(c2, c3);
        minusInverse33 = -Mat33.Reciprocal(Vec3.Dot(c1, cross23));
        inverse22 = Mat33.Reciprocal(c1.X * c2.Y - c2.X * c1.Y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Solve(
        in RevoluteConstraint c, ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b)
    {
        if (c.Drives)
        {
            Drive(c, ref impulse.Motor, ref a.Angular, ref b.Angular);
        }

        float errorX = b.Linear.X + -b.Angular * c.ArmB.Y - a.Linear.X - -a.Angular * c.ArmA.Y;
        float errorY = b.Linear.Y + b.Angular * c.ArmB.X - a.Linear.Y - a.Angular * c.ArmA.X;
        float x;
        float y;
        if (c.Limit != LimitState.Inactive)
        {
            float z = LimitStep(c, ref impulse.Constraint, new(errorX, errorY, b.Angular - a.Angular), out x, out y);
            a.Angular -= c.Mass.InertiaA * (c.ArmA.X * y - c.ArmA.Y * x + z);
            b.Angular += c.Mass.InertiaB * (c.ArmB.X * y - c.ArmB.Y * x + z);
        }
        else
        {
            (x, y) = c.Solve22(-errorX, -errorY);
            impulse.Constraint = new(impulse.Constraint.X + x, impulse.Constraint.Y + y, impulse.Constraint.Z);
            a.Angular -= c.Mass.InertiaA * (c.ArmA.X * y - c.ArmA.Y * x);
            b.Angular += c.Mass.InertiaB * (c.ArmB.X * y - c.ArmB.Y * x);
        }

        a.Linear = new(a.Linear.X - c.Mass.MassA * x, a.Linear.Y - c.Mass.MassA * y);
        b.Linear = new(b.Linear.X + c.Mass.MassB * x, b.Linear.Y + c.Mass.MassB * y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Drive(in RevoluteConstraint c, ref float impulse, ref float a, ref float b)
    {
        float old = impulse;
        float total = old + -c.MotorMass * (b - a - c.MotorSpeed);
        if (!(total < c.MaximumMotorImpulse))
        {
            total = c.MaximumMotorImpulse;
        }

        if (-c.MaximumMotorImpulse > total)
        {
            total = -c.MaximumMotorImpulse;
        }

        impulse = total;
        float lambda = total - old;

        // Adding zero changes nothing but the sign of a zero.
        if (lambda != 0.0f || a == 0.0f || b == 0.0f)
        {
            a -= c.Mass.InertiaA * lambda;
            b += c.Mass.InertiaB * lambda;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float LimitStep(in RevoluteConstraint c, ref Vec3 total, Vec3 error, out float x, out float y)
    {
        float z = c.minusInverse33 * Vec3.Dot(c.column1, Vec3.Cross(c.column2, error));
        float sum = total.Z + z;
        bool pulls = (c.Limit == LimitState.AtLower && sum < 0.0f) || (c.Limit == LimitState.AtUpper && sum > 0.0f);
        if (pulls)
        {
            (x, y) = c.Solve22(-error.X + total.Z * c.column3.X, -error.Y + total.Z * c.column3.Y);
            z = -total.Z;
            sum = 0.0f;
        }
        else
        {
            x = c.minusInverse33 * Vec3.Dot(error, c.cross23);
            y = c.minusInverse33 * Vec3.Dot(c.column1, Vec3.Cross(error, c.column3));
        }

        total = new(total.X + x, total.Y + y, sum);
        return z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (float X, float Y) Solve22(float x, float y) =>
        (inverse22 * (column2.Y * x - column2.X * y), inverse22 * (column1.X * y - column1.Y * x));
}
