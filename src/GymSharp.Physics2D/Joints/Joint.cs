namespace GymSharp.Physics2D;

/// <summary>Keeps two bodies in a relation.</summary>
public abstract class Joint
{
    private protected Joint(Body bodyA, Body bodyB, bool collideConnected)
    {
        if (bodyA is null || bodyB is null || bodyA == bodyB)
        {
            throw new ArgumentException("A joint needs two different bodies: set BodyA and BodyB.", nameof(bodyB));
        }

        BodyA = bodyA;
        BodyB = bodyB;
        CollideConnected = collideConnected;
        EdgeA = new(this, bodyB);
        EdgeB = new(this, bodyA);
    }

    /// <summary>A number that finds it through <see cref="World.GetJoint"/>, also in a loaded world.</summary>
    public int Id { get; internal set; }

    /// <summary>The first body.</summary>
    public Body BodyA { get; }

    /// <summary>The second body.</summary>
    public Body BodyB { get; }

    /// <summary>Whether the two bodies' fixtures may touch.</summary>
    public bool CollideConnected { get; }

    /// <summary>An object of the caller's; it is not saved.</summary>
    public object? UserData { get; set; }

    /// <summary>The joint's point on the first body, in the world, metres.</summary>
    public Vec2 AnchorA => BodyA.WorldPoint(LocalAnchorA);

    /// <summary>The joint's point on the second body, in the world, metres.</summary>
    public Vec2 AnchorB => BodyB.WorldPoint(LocalAnchorB);

    /// <summary>The joint's point in the first body's frame, metres.</summary>
    public Vec2 LocalAnchorA { get; private protected init; }

    /// <summary>The joint's point in the second body's frame, metres.</summary>
    public Vec2 LocalAnchorB { get; private protected init; }

    internal Joint? Next { get; set; }

    internal Joint? Previous { get; set; }

    internal JointEdge EdgeA { get; }

    internal JointEdge EdgeB { get; }

    internal bool InIsland { get; set; }

    /// <summary>The place of the first body in the island that is being solved.</summary>
    internal int IndexA { get; private set; }

    internal int IndexB { get; private set; }

    /// <summary>The impulses of the last step.</summary>
    internal JointImpulse Impulse { get; set; }

    private protected PairMass Mass { get; private set; }

    /// <summary>The force on the second body in the last step, N.</summary>
    /// <param name="inverseDt">1 by the length of the step.</param>
    public abstract Vec2 ReactionForce(float inverseDt);

    /// <summary>The torque on the second body in the last step, N·m.</summary>
    /// <param name="inverseDt">1 by the length of the step.</param>
    public abstract float ReactionTorque(float inverseDt);

    /// <summary>Computes what the iterations share, and starts them.</summary>
    internal void Prepare(
        in TimeStep step, Span<BodyPosition> positions, Span<BodyVelocity> velocities, out JointImpulse impulse)
    {
        IndexA = BodyA.IslandIndex;
        IndexB = BodyB.IslandIndex;
        Mass = PairMass.Of(BodyA, BodyB);
        JointImpulse start = Impulse;
        PrepareVelocity(step, ref positions[IndexA], ref positions[IndexB], ref start);
        if (step.WarmStarting)
        {
            start.Constraint = step.Ratio * start.Constraint;
            start.Motor *= step.Ratio;
            WarmStart(start, ref velocities[IndexA], ref velocities[IndexB]);
        }
        else
        {
            start = default;
        }

        impulse = start;
    }

    /// <summary>
    /// Whether the first two parts of the impulse are sums of what iterations add, on which no iteration depends.
    /// </summary>
    internal virtual bool AddsUp => false;

    internal abstract void SolveVelocity(ref JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b);

    /// <summary>Moves the bodies towards where the joint wants them.</summary>
    /// <returns>Whether the error was within the slop before.</returns>
    internal abstract bool SolvePosition(ref BodyPosition a, ref BodyPosition b);

    internal abstract void Sync(WorldSync sync);

    private protected abstract void PrepareVelocity(
        in TimeStep step, ref BodyPosition a, ref BodyPosition b, ref JointImpulse impulse);

    private protected abstract void WarmStart(in JointImpulse impulse, ref BodyVelocity a, ref BodyVelocity b);

    /// <summary>From a body's centre of mass to the joint's point.</summary>
    private protected Vec2 ArmA(Rotation turn) => turn * (LocalAnchorA - BodyA.Sweep.LocalCenter);

    private protected Vec2 ArmB(Rotation turn) => turn * (LocalAnchorB - BodyB.Sweep.LocalCenter);

    private protected void RequireAnchors()
    {
        Require.Coordinates(LocalAnchorA, nameof(LocalAnchorA));
        Require.Coordinates(LocalAnchorB, nameof(LocalAnchorB));
    }

    private protected void WakeBodies()
    {
        BodyA.IsAwake = true;
        BodyB.IsAwake = true;
    }
}
