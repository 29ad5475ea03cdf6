using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>
/// One contact in each of sixteen worlds, or in some of them: <see cref="ContactVelocityConstraint"/> and
/// <see cref="ContactPositionConstraint"/>, lane by lane.
/// </summary>
/// <remarks>The first contact of each world, or the second, and so on: they are of different bodies.</remarks>
internal partial struct LaneContact
{
    private LanePoint first;
    private LanePoint second;
    private Lanes normalX;
    private Lanes normalY;
    private Lanes massA;
    private Lanes inertiaA;
    private Lanes massB;
    private Lanes inertiaB;
    private Lanes k11;
    private Lanes k12;
    private Lanes k22;
    private Lanes inverse11;
    private Lanes inverse12;
    private Lanes inverse22;
    private Lanes friction;
    private Lanes tangentSpeed;
    private Lanes exists;
    private Lanes isBlock;
    private LaneBodies bodiesA;
    private LaneBodies bodiesB;

    // For positions.
    private Lanes localPoint1X;
    private Lanes localPoint1Y;
    private Lanes localPoint2X;
    private Lanes localPoint2Y;
    private Lanes localNormalX;
    private Lanes localNormalY;
    private Lanes localPointX;
    private Lanes localPointY;
    private Lanes localCenterAX;
    private Lanes localCenterAY;
    private Lanes localCenterBX;
    private Lanes localCenterBY;
    private Lanes radiusA;
    private Lanes radiusB;
    private Lanes isFaceA;
    private Lanes hasTwo;
    private LanePosition fixedBody;

    // Which ways lanes go.
    private LaneUse twos;
    private LaneUse blocks;
    private bool isFirstFixed;

    /// <summary>Takes the contact out of all worlds.</summary>
    public void Clear()
    {
        this = default;
        bodiesA.Clear();
        bodiesB.Clear();
    }

    /// <summary>Sets what velocities need.</summary>
    /// <param name="lane">The world.</param>
    /// <param name="c">The contact.</param>
    /// <param name="impulses">Its impulses.</param>
    /// <param name="bodies">The numbers of its bodies.</param>
    public void Set(int lane, in ContactVelocityConstraint c, in PointImpulses impulses, (int A, int B) bodies)
    {
        bodiesA.Set(lane, bodies.A);
        bodiesB.Set(lane, bodies.B);
        first.Set(lane, c.Point1, impulses.Normal1, impulses.Tangent1);
        second.Set(lane, c.Point2, impulses.Normal2, impulses.Tangent2);
        Lane.Set(ref normalX, lane, c.Normal.X);
        Lane.Set(ref normalY, lane, c.Normal.Y);
        Lane.Set(ref massA, lane, c.Mass.MassA);
        Lane.Set(ref inertiaA, lane, c.Mass.InertiaA);
        Lane.Set(ref massB, lane, c.Mass.MassB);
        Lane.Set(ref inertiaB, lane, c.Mass.InertiaB);
        Lane.Set(ref k11, lane, c.K.Column1.X);
        Lane.Set(ref k12, lane, c.K.Column1.Y);
        Lane.Set(ref k22, lane, c.K.Column2.Y);
        Lane.Set(ref inverse11, lane, c.InverseK.Column1.X);
        Lane.Set(ref inverse12, lane, c.InverseK.Column1.Y);
        Lane.Set(ref inverse22, lane, c.InverseK.Column2.Y);
        Lane.Set(ref friction, lane, c.Friction);
        Lane.Set(ref tangentSpeed, lane, c.TangentSpeed);
        Lane.Set(ref exists, lane, true);
        Lane.Set(ref isBlock, lane, c.PointCount == 2);
    }

    /// <summary>Notes which ways lanes go, once all are set.</summary>
    /// <param name="unmoving">The number of all bodies that do not move.</param>
    public void Decide(int unmoving)
    {
        bodiesA.Decide();
        bodiesB.Decide();
        isFirstFixed = bodiesA.Is(unmoving);
        if (isFirstFixed)
        {
            first.RestFirst();
            second.RestFirst();
        }

        blocks = LaneUses.Of(isBlock);
        DecidePositions();
    }

    public readonly PointImpulses ImpulsesOf(int lane) => new()
    {
        Normal1 = Lane.Get(in first.Normal, lane),
        Normal2 = Lane.Get(in second.Normal, lane),
        Tangent1 = Lane.Get(in first.Tangent, lane),
        Tangent2 = Lane.Get(in second.Tangent, lane),
    };
}
