using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>
/// A velocity iteration: the sums and products of <see cref="RevoluteConstraint.Solve"/> in the same order. Where lanes
/// part, both ways are gone and each lane keeps its own.
/// </content>
internal partial struct LaneJoint
{
    /// <summary>Notes which ways lanes go, once all are set.</summary>
    public void Decide()
    {
        drivers = LaneUses.Of(drives);
        limits = LaneUses.Of(limited);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SolveVelocity(ref LaneVelocity a, ref LaneVelocity b)
    {
        Lanes spinA = a.Spin;
        Lanes spinB = b.Spin;
        if (drivers != LaneUse.Nowhere)
        {
            Drive(ref spinA, ref spinB);
        }

        Lanes errorX = b.X - spinB * armBY - a.X + spinA * armAY;
        Lanes errorY = b.Y + spinB * armBX - a.Y - spinA * armAX;
        Lanes x;
        Lanes y;
        Lanes turnA;
        Lanes turnB;
        if (limits == LaneUse.Nowhere)
        {
            Solve22(Lane.Negate(errorX), Lane.Negate(errorY), out x, out y);
            turnA = armAX * y - armAY * x;
            turnB = armBX * y - armBY * x;
        }
        else
        {
            Lanes sum = LimitStep(errorX, errorY, spinB - spinA, out x, out y, out Lanes z);
            if (limits == LaneUse.Somewhere)
            {
                Solve22(Lane.Negate(errorX), Lane.Negate(errorY), out Lanes freeX, out Lanes freeY);
                x = Lane.Choose(limited, x, freeX);
                y = Lane.Choose(limited, y, freeY);
                sum = Lane.Choose(limited, sum, impulseZ);
            }

            turnA = armAX * y - armAY * x;
            turnB = armBX * y - armBY * x;
            turnA = limits == LaneUse.Everywhere ? turnA + z : Lane.Choose(limited, turnA + z, turnA);
            turnB = limits == LaneUse.Everywhere ? turnB + z : Lane.Choose(limited, turnB + z, turnB);
            impulseZ = sum;
        }

        impulseX += x;
        impulseY += y;
        a.Spin = spinA - inertiaA * turnA;
        b.Spin = spinB + inertiaB * turnB;
        a.X -= massA * x;
        a.Y -= massA * y;
        b.X += massB * x;
        b.Y += massB * y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Drive(ref Lanes spinA, ref Lanes spinB)
    {
        Lanes old = motor;
        Lanes total = Lane.Min(old + minusMotorMass * (spinB - spinA - motorSpeed), maximumMotorImpulse);
        total = Lane.Max(Lane.Negate(maximumMotorImpulse), total);
        Lanes lambda = total - old;
        Lanes drivenA = spinA - inertiaA * lambda;
        Lanes drivenB = spinB + inertiaB * lambda;
        bool all = drivers == LaneUse.Everywhere;
        motor = all ? total : Lane.Choose(drives, total, old);
        spinA = all ? drivenA : Lane.Choose(drives, drivenA, spinA);
        spinB = all ? drivenB : Lane.Choose(drives, drivenB, spinB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Lanes LimitStep(
        Lanes errorX, Lanes errorY, Lanes errorZ, out Lanes x, out Lanes y, out Lanes z)
    {
        z = minusInverse33 * (column1X * (column2Y * errorZ - column2Z * errorY)
            + column1Y * (column2Z * errorX - column2X * errorZ)
            + column1Z * (column2X * errorY - column2Y * errorX));
        Lanes sum = impulseZ + z;
        x = minusInverse33 * (errorX * crossX + errorY * crossY + errorZ * crossZ);
        y = minusInverse33 * (column1X * (errorY * column3Z - errorZ * column3Y)
            + column1Y * (errorZ * column3X - errorX * column3Z)
            + column1Z * (errorX * column3Y - errorY * column3X));
        Lanes pulls = Vector512.LessThan(sum ^ upper, Lanes.Zero) & limited;
        if (Lane.Bits(pulls) != 0)
        {
            Solve22(
                Lane.Negate(errorX) + impulseZ * column3X, Lane.Negate(errorY) + impulseZ * column3Y,
                out Lanes pulledX, out Lanes pulledY);
            x = Lane.Choose(pulls, pulledX, x);
            y = Lane.Choose(pulls, pulledY, y);
            z = Lane.Choose(pulls, Lane.Negate(impulseZ), z);
            sum = Lane.Choose(pulls, Lanes.Zero, sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Solve22(Lanes errorX, Lanes errorY, out Lanes x, out Lanes y)
    {
        x = inverse22 * (column2Y * errorX - column2X * errorY);
        y = inverse22 * (column1X * errorY - column1Y * errorX);
    }
}
