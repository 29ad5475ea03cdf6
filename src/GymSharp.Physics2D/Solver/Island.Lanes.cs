namespace GymSharp.Physics2D;

/// <content>What <see cref="LaneIslands"/> reads and writes, and whether an island goes with others at all.</content>
internal sealed partial class Island
{
    /// <summary>The most joints of an island in lanes.</summary>
    public const int MostJoints = 8;

    /// <summary>The most bodies of an island in lanes that move.</summary>
    public const int MostMoving = 15;

    private const int Unseen = -1;
    private int[] laneSlots = new int[8];

    public int BodyCount => bodyCount;

    public int ContactCount => contactCount;

    public int JointCount => jointCount;

    public Span<BodyVelocity> Velocities => velocities.AsSpan(0, bodyCount);

    public Span<BodyPosition> Positions => positions.AsSpan(0, bodyCount);

    public Span<JointImpulse> JointImpulses => jointImpulses.AsSpan(0, jointCount);

    public Span<PointImpulses> PointImpulses => pointImpulses.AsSpan(0, contactCount);

    public ReadOnlySpan<ContactVelocityConstraint> VelocityConstraints => velocityConstraints.AsSpan(0, contactCount);

    public ReadOnlySpan<ContactPositionConstraint> PositionConstraints => positionConstraints.AsSpan(0, contactCount);

    /// <summary>The number of a body in all islands of its pattern; of those that do not move, what was asked for.
    /// </summary>
    public int SlotOf(int body, int unmoving) => laneSlots[body] == Unseen ? unmoving : laneSlots[body];

    public RevoluteJoint Hinge(int index) => (RevoluteJoint)joints[index];

    /// <summary>
    /// Numbers the bodies in the order in which the joints name them. Islands whose joints connect the same numbers
    /// have the same pattern, whatever else they touch.
    /// </summary>
    /// <param name="pattern">A byte for each joint: the numbers of its bodies, from 1 on.</param>
    /// <returns>
    /// Whether all is of a kind that lanes know: hinges with room between their limits, polygons and edges, bodies on
    /// joints and bodies that do not move.
    /// </returns>
    public bool TryDescribe(out ulong pattern)
    {
        pattern = 0;
        if (jointCount == 0 || jointCount > MostJoints)
        {
            return false;
        }

        if (laneSlots.Length < bodyCount)
        {
            laneSlots = new int[bodies.Length];
        }

        laneSlots.AsSpan(0, bodyCount).Fill(Unseen);
        int moving = 0;
        for (int i = 0; i < jointCount; i++)
        {
            if (joints[i] is not RevoluteJoint hinge || hinge.Constraint.Limit == LimitState.Equal)
            {
                return false;
            }

            int a = Number(hinge.IndexA, ref moving);
            int b = Number(hinge.IndexB, ref moving);
            pattern = (pattern << 8) | (uint)(((a + 1) << 4) | (b + 1));
        }

        return moving < MostMoving && AreBodiesKnown() && AreContactsKnown();
    }

    private int Number(int body, ref int moving) =>
        laneSlots[body] == Unseen ? laneSlots[body] = moving++ : laneSlots[body];

    private bool AreBodiesKnown()
    {
        for (int i = 0; i < bodyCount; i++)
        {
            if (bodies[i].Type != (laneSlots[i] == Unseen ? BodyType.Static : BodyType.Dynamic))
            {
                return false;
            }

            // Adding the zeros of a body that does not move could turn the sign of such a zero, and no more.
            Vec2 center = positions[i].Center;
            if (laneSlots[i] == Unseen
                && (IsMinusZero(center.X) || IsMinusZero(center.Y) || IsMinusZero(positions[i].Angle)))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreContactsKnown()
    {
        for (int i = 0; i < contactCount; i++)
        {
            if (positionConstraints[i].Kind == ManifoldKind.Points)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMinusZero(float value) => value == 0.0f && float.IsNegative(value);
}
