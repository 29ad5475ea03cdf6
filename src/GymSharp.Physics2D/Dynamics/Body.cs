using System.Diagnostics.CodeAnalysis;

namespace GymSharp.Physics2D;

/// <summary>A rigid body.</summary>
/// <remarks>
/// A destroyed body's object may be handed out again for a new one: keep <see cref="Id"/>s, or forget both.
/// </remarks>
public sealed partial class Body
{
    internal Sweep Sweep;
    internal Transform Frame;
    internal Vec2 Velocity;
    internal float Spin;
    internal Vec2 Force;
    internal float Torque;
    internal float InverseMass;
    internal float InverseInertia;
    private World? world;
    private float inertia;
    private bool isAwake;
    private bool allowSleep;
    private AngleCache startTurn;

    internal Body()
    {
    }

    /// <summary>The world it is in.</summary>
    /// <exception cref="ObjectDisposedException">It was destroyed.</exception>
    public World World => world ?? throw new ObjectDisposedException(nameof(Body), "The body was destroyed.");

    /// <summary>A number that finds it through <see cref="World.GetBody"/>, also in a loaded world.</summary>
    public int Id { get; private set; }

    /// <summary>A number of the caller's; it is saved with the world.</summary>
    public int Tag { get; set; }

    /// <summary>An object of the caller's; it is not saved.</summary>
    public object? UserData { get; set; }

    /// <summary>How it moves.</summary>
    public BodyType Type { get; private set; }

    /// <summary>The body's frame.</summary>
    public Transform Transform => Frame;

    /// <summary>Where the body's origin is, metres.</summary>
    public Vec2 Position => Frame.Position;

    /// <summary>Radians, anticlockwise; whole turns count.</summary>
    public float Angle => Sweep.Angle;

    /// <summary>Where the centre of mass is, metres.</summary>
    public Vec2 WorldCenter => Sweep.Center;

    /// <summary>The centre of mass in the body's frame, metres.</summary>
    public Vec2 LocalCenter => Sweep.LocalCenter;

    /// <summary>Of the centre of mass, m/s. Setting it wakes the body unless it is zero.</summary>
    public Vec2 LinearVelocity
    {
        get => Velocity;
        set
        {
            Require.Speed(value, nameof(LinearVelocity));
            if (Type == BodyType.Static)
            {
                return;
            }

            if (Vec2.Dot(value, value) > 0.0f)
            {
                IsAwake = true;
            }

            Velocity = value;
        }
    }

    /// <summary>rad/s. Setting it wakes the body unless it is zero.</summary>
    public float AngularVelocity
    {
        get => Spin;
        set
        {
            Require.Speed(new(value, 0), nameof(AngularVelocity));
            if (Type == BodyType.Static)
            {
                return;
            }

            if (value * value > 0.0f)
            {
                IsAwake = true;
            }

            Spin = value;
        }
    }

    /// <summary>Share of the velocity lost per second.</summary>
    public float LinearDamping { get; set; }

    /// <summary>Share of the angular velocity lost per second.</summary>
    public float AngularDamping { get; set; }

    /// <summary>How much gravity pulls.</summary>
    public float GravityScale { get; set; }

    /// <summary>Whether it must not tunnel through moving bodies either.</summary>
    public bool IsBullet { get; set; }

    /// <summary>Whether it never turns.</summary>
    public bool FixedRotation { get; private set; }

    /// <summary>Whether it takes part at all.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether it is simulated; bodies at rest fall asleep. Putting it to sleep stops it.</summary>
    public bool IsAwake
    {
        get => isAwake;
        set
        {
            if (value)
            {
                if (!isAwake)
                {
                    isAwake = true;
                    SleepTime = 0.0f;
                }

                return;
            }

            isAwake = false;
            SleepTime = 0.0f;
            Velocity = Vec2.Zero;
            Spin = 0.0f;
            Force = Vec2.Zero;
            Torque = 0.0f;
        }
    }

    /// <summary>Whether it may fall asleep.</summary>
    public bool AllowSleep
    {
        get => allowSleep;
        set
        {
            allowSleep = value;
            if (!value)
            {
                IsAwake = true;
            }
        }
    }

    /// <summary>kg; 0 unless the body is dynamic.</summary>
    public float Mass { get; private set; }

    /// <summary>Rotational inertia about the body's origin, kg·m².</summary>
    public float Inertia => inertia + Mass * Vec2.Dot(Sweep.LocalCenter, Sweep.LocalCenter);

    /// <summary>Mass, centre and inertia about the body's origin.</summary>
    public MassData MassData => new(Mass, Sweep.LocalCenter, Inertia);

    /// <summary>The fixtures, newest first.</summary>
    public IEnumerable<Fixture> Fixtures
    {
        get
        {
            for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
            {
                yield return fixture;
            }
        }
    }

    /// <summary>The contacts, newest first.</summary>
    public ContactList Contacts => new(FirstContact);

    internal Body? Next { get; set; }

    internal Body? Previous { get; set; }

    internal Fixture? FirstFixture { get; private set; }

    internal ContactEdge? FirstContact { get; set; }

    internal JointEdge? FirstJoint { get; set; }

    internal int IslandIndex { get; set; }

    internal bool InIsland { get; set; }

    internal float SleepTime { get; set; }

    [MemberNotNullWhen(true, nameof(world))]
    internal bool IsAlive => world is not null;

    internal void Initialize(World owner, int id, in BodyDescription description)
    {
        world = owner;
        Id = id;
        Tag = description.Tag;
        Type = description.Type;
        IsBullet = description.IsBullet;
        FixedRotation = description.FixedRotation;
        allowSleep = description.AllowSleep;
        isAwake = description.IsAwake;
        IsActive = description.IsActive;
        startTurn = AngleCache.Of(description.Angle);
        Frame = new(description.Position, startTurn.Turn(description.Angle));
        Sweep = new()
        {
            StartCenter = Frame.Position,
            Center = Frame.Position,
            StartAngle = description.Angle,
            Angle = description.Angle,
        };
        Velocity = description.LinearVelocity;
        Spin = description.AngularVelocity;
        LinearDamping = description.LinearDamping;
        AngularDamping = description.AngularDamping;
        GravityScale = description.GravityScale;
        Force = Vec2.Zero;
        Torque = 0.0f;
        SleepTime = 0.0f;
        Mass = Type == BodyType.Dynamic ? 1.0f : 0.0f;
        InverseMass = Mass;
        inertia = 0.0f;
        InverseInertia = 0.0f;
        InIsland = false;
    }

    internal void Clear()
    {
        world = null;
        UserData = null;
        Next = null;
        Previous = null;
        FirstFixture = null;
        FirstContact = null;
        FirstJoint = null;
    }

    /// <summary>Whether bodies and joints between them let fixtures collide.</summary>
    internal bool ShouldCollide(Body other)
    {
        if (Type != BodyType.Dynamic && other.Type != BodyType.Dynamic)
        {
            return false;
        }

        for (JointEdge? edge = FirstJoint; edge is not null; edge = edge.Next)
        {
            if (edge.Other == other && !edge.Joint.CollideConnected)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fails while it is clear where infinities came from.</summary>
    internal void RequireFinite(Vec2 center, float angle, in BodyVelocity velocity)
    {
        if (!center.IsFinite || !float.IsFinite(angle)
            || !velocity.Linear.IsFinite || !float.IsFinite(velocity.Angular))
        {
            throw new InvalidOperationException(
                $"The motion of body {Id} (tag {Tag}) has become infinite. Its mass is {Mass} kg, the force on it "
                + $"{Force}: a force is too great for its mass, or a joint too far from where it wants to be.");
        }
    }

    /// <summary>Puts the frame where the end of the sweep is.</summary>
    internal void SynchronizeFrame() => Frame = Transform.Around(Sweep.Center, Sweep.LocalCenter, Sweep.Angle);

    /// <summary>Tells the tree of the motion of this step.</summary>
    internal void SynchronizeFixtures()
    {
        Rotation start = startTurn.Turn(Sweep.StartAngle);
        Transform from = new(Sweep.StartCenter - start * Sweep.LocalCenter, start);
        for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
        {
            fixture.Synchronize(World.BroadPhase, from, Frame);
        }
    }

    /// <summary>Moves the body on to a time of the step, and ends its motion there.</summary>
    internal void Advance(float time)
    {
        Sweep.Advance(time);
        Sweep.Center = Sweep.StartCenter;
        Sweep.Angle = Sweep.StartAngle;
        SynchronizeFrame();
    }

    /// <summary>How far a point on its way may leave the box around the ends of ways.</summary>
    /// <remarks>
    /// A point at distance r from the centre goes an arc; it is off the straight way by r·φ²/8 at most, where φ is the
    /// angle of the turn.
    /// </remarks>
    internal float Bulge(in Aabb box)
    {
        float turn = Sweep.Angle - Sweep.StartAngle;
        float x = Math.Max(box.Upper.X - Sweep.Center.X, Sweep.Center.X - box.Lower.X);
        float y = Math.Max(box.Upper.Y - Sweep.Center.Y, Sweep.Center.Y - box.Lower.Y);
        return 0.125f * turn * turn * (Math.Abs(x) + Math.Abs(y));
    }
}
