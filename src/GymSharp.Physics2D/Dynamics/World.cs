namespace GymSharp.Physics2D;

/// <summary>Bodies, joints and contacts, and the time that passes for them.</summary>
/// <remarks>
/// Behaves as Box2D 2.3.0 to the last bit: the same calls in the same order give the same float32 numbers. A world is
/// used by one thread at a time; different worlds do not share anything.
/// </remarks>
public sealed partial class World
{
    private readonly Island island = new();
    private readonly List<Body?> bodySlots = [];
    private readonly Stack<int> freeBodySlots = new();
    private readonly List<Joint?> jointSlots = [];
    private readonly Stack<int> freeJointSlots = new();
    private Body?[] stack = new Body?[16];
    private Body? firstBody;
    private Joint? firstJoint;
    private Body? freeBody;
    private Fixture? freeFixture;
    private float inverseStepBefore;
    private bool isLocked;
    private bool allowSleep = true;

    /// <summary>Makes an empty world.</summary>
    /// <param name="gravity">m/s².</param>
    public World(Vec2 gravity)
    {
        Require.Speed(gravity, nameof(gravity));
        Gravity = gravity;
        Contacts = new(this);
    }

    /// <summary>m/s².</summary>
    public Vec2 Gravity { get; set; }

    /// <summary>Whether solvers start from the last step's impulses; true as usual.</summary>
    public bool WarmStarting { get; set; } = true;

    /// <summary>Whether fast bodies are stopped at the time of impact; true as usual.</summary>
    public bool ContinuousPhysics { get; set; } = true;

    /// <summary>Whether forces end with the step; true as usual. If not, call <see cref="ClearForces"/>.</summary>
    public bool AutoClearForces { get; set; } = true;

    /// <summary>Whether bodies may fall asleep; true as usual.</summary>
    public bool AllowSleep
    {
        get => allowSleep;
        set
        {
            if (allowSleep && !value)
            {
                for (Body? body = firstBody; body is not null; body = body.Next)
                {
                    body.IsAwake = true;
                }
            }

            allowSleep = value;
        }
    }

    /// <summary>Who is told of contacts.</summary>
    public IContactListener? ContactListener
    {
        get => Contacts.Listener;
        set => Contacts.Listener = value;
    }

    /// <summary>Who decides which fixtures may touch; null for their filters.</summary>
    public IContactFilter? ContactFilter
    {
        get => Contacts.Filter;
        set => Contacts.Filter = value;
    }

    /// <summary>How many bodies there are.</summary>
    public int BodyCount { get; private set; }

    /// <summary>How many joints there are.</summary>
    public int JointCount { get; private set; }

    /// <summary>How many contacts there are, touching or not.</summary>
    public int ContactCount => Contacts.Count;

    /// <summary>The bodies, newest first.</summary>
    public IEnumerable<Body> Bodies
    {
        get
        {
            for (Body? body = firstBody; body is not null; body = body.Next)
            {
                yield return body;
            }
        }
    }

    /// <summary>The joints, newest first.</summary>
    public IEnumerable<Joint> Joints
    {
        get
        {
            for (Joint? joint = firstJoint; joint is not null; joint = joint.Next)
            {
                yield return joint;
            }
        }
    }

    internal BroadPhase BroadPhase { get; } = new();

    internal ContactManager Contacts { get; }

    internal bool HasNewFixture { get; set; }

    /// <summary>The body of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Body GetBody(int id) => id >= 0 && id < bodySlots.Count && bodySlots[id] is { } body
        ? body
        : throw new KeyNotFoundException($"No body has the id {id}. It may have been destroyed.");

    /// <summary>The joint of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Joint GetJoint(int id) => id >= 0 && id < jointSlots.Count && jointSlots[id] is { } joint
        ? joint
        : throw new KeyNotFoundException($"No joint has the id {id}. It may have been destroyed.");

    /// <summary>Adds a body.</summary>
    /// <exception cref="ArgumentException">A value of the description is out of range.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public Body CreateBody(in BodyDescription description)
    {
        RequireUnlocked();
        description.Validate();
        Body body = freeBody ?? new();
        freeBody = body.Next;
        body.Initialize(this, TakeSlot(bodySlots, freeBodySlots, body), description);
        Link(body);
        return body;
    }

    /// <summary>Takes a body away, with its fixtures, joints and contacts.</summary>
    /// <exception cref="ArgumentException">The body is in another world, or was destroyed.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void DestroyBody(Body body)
    {
        RequireUnlocked();
        if (!body.IsAlive || body.World != this)
        {
            throw new ArgumentException("The body is not in this world; it may have been destroyed.", nameof(body));
        }

        while (body.FirstJoint is not null)
        {
            DestroyJoint(body.FirstJoint.Joint);
        }

        body.DestroyContacts();
        body.DestroyFixtures();
        Unlink(body);
        if (body.Type != BodyType.Static)
        {
            ForgetMoving();
        }

        BodyCount--;
        bodySlots[body.Id] = null;
        freeBodySlots.Push(body.Id);
        body.Clear();
        body.Next = freeBody;
        freeBody = body;
    }

    /// <summary>Ends all forces and torques.</summary>
    public void ClearForces()
    {
        foreach (Body body in Moving)
        {
            body.Force = Vec2.Zero;
            body.Torque = 0.0f;
        }
    }

    internal void RequireUnlocked()
    {
        if (isLocked)
        {
            throw new InvalidOperationException(
                "The world cannot be changed during a step. Note in the listener what is to be done, and do it after.");
        }
    }

    internal Fixture TakeFixture()
    {
        Fixture fixture = freeFixture ?? new();
        freeFixture = fixture.Next;
        return fixture;
    }

    internal void GiveBack(Fixture fixture)
    {
        fixture.Clear();
        fixture.Next = freeFixture;
        freeFixture = fixture;
    }

    private static int TakeSlot<T>(List<T?> slots, Stack<int> free, T item)
        where T : class
    {
        if (free.TryPop(out int id))
        {
            slots[id] = item;
            return id;
        }

        slots.Add(item);
        return slots.Count - 1;
    }

    private void Link(Body body)
    {
        body.Next = firstBody;
        if (firstBody is not null)
        {
            firstBody.Previous = body;
        }

        firstBody = body;
        BodyCount++;
        if (body.Type != BodyType.Static)
        {
            ForgetMoving();
        }
    }

    private void Unlink(Body body)
    {
        if (body.Previous is not null)
        {
            body.Previous.Next = body.Next;
        }

        if (body.Next is not null)
        {
            body.Next.Previous = body.Previous;
        }

        if (firstBody == body)
        {
            firstBody = body.Next;
        }
    }
}
