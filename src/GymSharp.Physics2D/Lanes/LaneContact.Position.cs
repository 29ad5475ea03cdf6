using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>A position iteration, as <see cref="ContactPositionSolver"/>.</content>
internal partial struct LaneContact
{
    /// <summary>Sets what only positions need.</summary>
    public void SetPosition(int lane, in ContactPositionConstraint c)
    {
        Lane.Set(ref localPoint1X, lane, c.LocalPoint1.X);
        Lane.Set(ref localPoint1Y, lane, c.LocalPoint1.Y);
        Lane.Set(ref localPoint2X, lane, c.LocalPoint2.X);
        Lane.Set(ref localPoint2Y, lane, c.LocalPoint2.Y);
        Lane.Set(ref localNormalX, lane, c.LocalNormal.X);
        Lane.Set(ref localNormalY, lane, c.LocalNormal.Y);
        Lane.Set(ref localPointX, lane, c.LocalPoint.X);
        Lane.Set(ref localPointY, lane, c.LocalPoint.Y);
        Lane.Set(ref localCenterAX, lane, c.LocalCenterA.X);
        Lane.Set(ref localCenterAY, lane, c.LocalCenterA.Y);
        Lane.Set(ref localCenterBX, lane, c.LocalCenterB.X);
        Lane.Set(ref localCenterBY, lane, c.LocalCenterB.Y);
        Lane.Set(ref radiusA, lane, c.RadiusA);
        Lane.Set(ref radiusB, lane, c.RadiusB);
        Lane.Set(ref isFaceA, lane, c.Kind == ManifoldKind.FaceA);
        Lane.Set(ref hasTwo, lane, c.PointCount == 2);
    }

    /// <summary>Sets the body that does not move, where one of the two does not.</summary>
    public void SetFixed(int lane, ref BodyPosition position) => fixedBody.Set(lane, ref position);

    /// <summary>Moves the bodies of the lanes that are open.</summary>
    /// <param name="open">Where positions are yet to be solved.</param>
    /// <param name="least">The least separation so far.</param>
    /// <param name="positions">The bodies that move.</param>
    /// <param name="moving">How many do.</param>
    public readonly void SolvePosition(Lanes open, ref Lanes least, LaneArray<LanePosition> positions, int moving)
    {
        Lanes here = open & exists;
        if (Lane.Bits(here) == 0)
        {
            return;
        }

        LanePosition a = fixedBody;
        LanePosition b = fixedBody;
        bodiesA.Take(positions, moving, ref a);
        bodiesB.Take(positions, moving, ref b);
        Lanes separation = SolvePoint(here, localPoint1X, localPoint1Y, ref a, ref b);
        if (twos != LaneUse.Nowhere)
        {
            Lanes both = here & hasTwo;
            Lanes other = SolvePoint(both, localPoint2X, localPoint2Y, ref a, ref b);
            separation = Lane.Choose(both, Lane.Min(separation, other), separation);
        }

        least = Lane.Choose(here, Lane.Min(least, separation), least);
        bodiesA.Put(positions, moving, a);
        bodiesB.Put(positions, moving, b);
    }

    private void DecidePositions() => twos = LaneUses.Of(hasTwo);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Lanes SolvePoint(
        Lanes moved, Lanes localX, Lanes localY, ref LanePosition a, ref LanePosition b)
    {
        a.Turn();
        b.Turn();
        Lanes separation = Separation(new(localX, localY), a, b, out LaneVector direction, out LaneVector point);
        (Lanes directionX, Lanes directionY) = direction;
        (Lanes pointX, Lanes pointY) = point;
        Lanes aX = pointX - a.X;
        Lanes aY = pointY - a.Y;
        Lanes bX = pointX - b.X;
        Lanes bY = pointY - b.Y;
        Lanes error = Lane.Max(
            Vector512.Create(-PhysicsConstants.MaximumLinearCorrection),
            Lane.Min(
                Vector512.Create(PhysicsConstants.Baumgarte)
                    * (separation + Vector512.Create(PhysicsConstants.LinearSlop)),
                Lanes.Zero));
        Lanes momentA = aX * directionY - aY * directionX;
        Lanes momentB = bX * directionY - bY * directionX;
        Lanes k = massA + massB + inertiaA * momentA * momentA + inertiaB * momentB * momentB;
        Lanes size = Vector512.GreaterThan(k, Lanes.Zero) & (Lane.Negate(error) / k);
        Lanes x = size * directionX;
        Lanes y = size * directionY;
        a.X = Lane.Choose(moved, a.X - massA * x, a.X);
        a.Y = Lane.Choose(moved, a.Y - massA * y, a.Y);
        a.Angle = Lane.Choose(moved, a.Angle - inertiaA * (aX * y - aY * x), a.Angle);
        b.X = Lane.Choose(moved, b.X + massB * x, b.X);
        b.Y = Lane.Choose(moved, b.Y + massB * y, b.Y);
        b.Angle = Lane.Choose(moved, b.Angle + inertiaB * (bX * y - bY * x), b.Angle);
        return separation;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Lanes Separation(
        LaneVector local, in LanePosition a, in LanePosition b, out LaneVector direction, out LaneVector point)
    {
        Lanes originAX = a.X - (a.Cos * localCenterAX - a.Sin * localCenterAY);
        Lanes originAY = a.Y - (a.Sin * localCenterAX + a.Cos * localCenterAY);
        Lanes originBX = b.X - (b.Cos * localCenterBX - b.Sin * localCenterBY);
        Lanes originBY = b.Y - (b.Sin * localCenterBX + b.Cos * localCenterBY);
        Lanes faceSin = Lane.Choose(isFaceA, a.Sin, b.Sin);
        Lanes faceCos = Lane.Choose(isFaceA, a.Cos, b.Cos);
        Lanes otherSin = Lane.Choose(isFaceA, b.Sin, a.Sin);
        Lanes otherCos = Lane.Choose(isFaceA, b.Cos, a.Cos);
        Lanes directionX = faceCos * localNormalX - faceSin * localNormalY;
        Lanes directionY = faceSin * localNormalX + faceCos * localNormalY;
        Lanes pointX = (otherCos * local.X - otherSin * local.Y) + Lane.Choose(isFaceA, originBX, originAX);
        Lanes pointY = (otherSin * local.X + otherCos * local.Y) + Lane.Choose(isFaceA, originBY, originAY);
        Lanes planeX = (faceCos * localPointX - faceSin * localPointY) + Lane.Choose(isFaceA, originAX, originBX);
        Lanes planeY = (faceSin * localPointX + faceCos * localPointY) + Lane.Choose(isFaceA, originAY, originBY);
        Lanes separation = (pointX - planeX) * directionX + (pointY - planeY) * directionY - radiusA - radiusB;
        direction = new(
            Lane.Choose(isFaceA, directionX, Lane.Negate(directionX)),
            Lane.Choose(isFaceA, directionY, Lane.Negate(directionY)));
        point = new(pointX, pointY);
        return separation;
    }
}
