using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>A position iteration, as <see cref="RevoluteJoint.SolvePosition"/>.</content>
internal partial struct LaneJoint
{
    /// <summary>Sets what only positions need.</summary>
    public void SetPosition(int lane, RevoluteJoint joint)
    {
        const float Most = PhysicsConstants.MaximumAngularCorrection;
        const float Slop = PhysicsConstants.AngularSlop;
        bool isUpper = joint.LimitState == LimitState.AtUpper;
        Vec2 anchorA = joint.AnchorFromCenterA;
        Vec2 anchorB = joint.AnchorFromCenterB;
        Lane.Set(ref anchorAX, lane, anchorA.X);
        Lane.Set(ref anchorAY, lane, anchorA.Y);
        Lane.Set(ref anchorBX, lane, anchorB.X);
        Lane.Set(ref anchorBY, lane, anchorB.Y);
        Lane.Set(ref referenceAngle, lane, joint.ReferenceAngle);
        Lane.Set(ref bound, lane, isUpper ? joint.UpperLimit : joint.LowerLimit);
        Lane.Set(ref slop, lane, isUpper ? -Slop : Slop);
        Lane.Set(ref lowest, lane, isUpper ? 0.0f : -Most);
        Lane.Set(ref highest, lane, isUpper ? Most : 0.0f);
    }

    /// <summary>Moves the bodies of the lanes that are open.</summary>
    /// <returns>Where the error was within the slop.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly Lanes SolvePosition(Lanes open, ref LanePosition a, ref LanePosition b)
    {
        Lanes solved = limits == LaneUse.Nowhere ? Lane.Everywhere : SolveAngle(open & limited, ref a, ref b);
        a.Turn();
        b.Turn();
        Lanes aX = a.Cos * anchorAX - a.Sin * anchorAY;
        Lanes aY = a.Sin * anchorAX + a.Cos * anchorAY;
        Lanes bX = b.Cos * anchorBX - b.Sin * anchorBY;
        Lanes bY = b.Sin * anchorBX + b.Cos * anchorBY;
        Lanes errorX = b.X + bX - a.X - aX;
        Lanes errorY = b.Y + bY - a.Y - aY;
        (Lanes x, Lanes y) = SolvePoint(new(aX, aY), new(bX, bY), new(errorX, errorY));
        a.X = Lane.Choose(open, a.X - massA * x, a.X);
        a.Y = Lane.Choose(open, a.Y - massA * y, a.Y);
        a.Angle = Lane.Choose(open, a.Angle - inertiaA * (aX * y - aY * x), a.Angle);
        b.X = Lane.Choose(open, b.X + massB * x, b.X);
        b.Y = Lane.Choose(open, b.Y + massB * y, b.Y);
        b.Angle = Lane.Choose(open, b.Angle + inertiaB * (bX * y - bY * x), b.Angle);
        Lanes length = Vector512.Sqrt(errorX * errorX + errorY * errorY);
        return solved & Vector512.LessThanOrEqual(length, Vector512.Create(PhysicsConstants.LinearSlop));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Lanes SolveAngle(Lanes moved, ref LanePosition a, ref LanePosition b)
    {
        Lanes beyond = b.Angle - a.Angle - referenceAngle - bound;
        Lanes error = Lane.Negate(beyond) ^ upper;
        Lanes correction = Lane.Max(lowest, Lane.Min(beyond + slop, highest));
        Lanes impulse = minusMotorMass * correction;
        a.Angle = Lane.Choose(moved, a.Angle - inertiaA * impulse, a.Angle);
        b.Angle = Lane.Choose(moved, b.Angle + inertiaB * impulse, b.Angle);
        return Vector512.LessThanOrEqual(error, Vector512.Create(PhysicsConstants.AngularSlop)) | ~limited;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly LaneVector SolvePoint(LaneVector a, LaneVector b, LaneVector error)
    {
        Lanes k11 = massA + massB + inertiaA * a.Y * a.Y + inertiaB * b.Y * b.Y;
        Lanes k22 = massA + massB + inertiaA * a.X * a.X + inertiaB * b.X * b.X;
        Lanes k12 = Lane.Negate(inertiaA) * a.X * a.Y - inertiaB * b.X * b.Y;
        Lanes determinant = k11 * k22 - k12 * k12;
        Lanes inverse = Lane.Choose(
            Vector512.Equals(determinant, Lanes.Zero), determinant, Lanes.One / determinant);
        return new(
            Lane.Negate(inverse * (k22 * error.X - k12 * error.Y)),
            Lane.Negate(inverse * (k11 * error.Y - k12 * error.X)));
    }
}
