namespace GymSharp.Physics2D;

/// <summary>A shape on a body, with its material.</summary>
/// <remarks>A destroyed fixture's object may be handed out again for a new one.</remarks>
public sealed class Fixture
{
    private int[] leaves = [];
    private bool isSensor;
    private CollisionFilter filter;
    private Aabb swept;
    private bool isSwept;

    internal Fixture()
    {
        Shape = null!;
        Body = null!;
    }

    /// <summary>The body it is on.</summary>
    public Body Body { get; private set; }

    /// <summary>In the body's frame.</summary>
    public Shape Shape { get; private set; }

    /// <summary>kg/m². Call <see cref="Body.ResetMass"/> after a change.</summary>
    public float Density { get; set; }

    /// <summary>The coefficient of friction; contacts that exist keep theirs.</summary>
    public float Friction { get; set; }

    /// <summary>How much speed a bounce keeps; contacts that exist keep theirs.</summary>
    public float Restitution { get; set; }

    /// <summary>Whether touching is reported and changes nothing.</summary>
    public bool IsSensor
    {
        get => isSensor;
        set
        {
            if (value != isSensor)
            {
                Body.IsAwake = true;
                isSensor = value;
            }
        }
    }

    /// <summary>Which fixtures it may touch.</summary>
    public CollisionFilter Filter
    {
        get => filter;
        set
        {
            filter = value;
            Refilter();
        }
    }

    /// <summary>A number of the caller's; it is saved with the world.</summary>
    public int Tag { get; set; }

    /// <summary>An object of the caller's; it is not saved.</summary>
    public object? UserData { get; set; }

    internal Fixture? Next { get; set; }

    internal bool HasProxies { get; private set; }

    /// <summary>Whether a point of the world lies within the shape.</summary>
    public bool Contains(Vec2 point) => Shape.Contains(Body.Transform, point);

    /// <summary>Casts a ray at one part of the shape.</summary>
    /// <param name="input">The ray, in the world.</param>
    /// <param name="child">Which part; 0 unless the shape is a chain.</param>
    /// <param name="hit">Where the ray enters.</param>
    public bool RayCast(in RayCastInput input, int child, out RayCastHit hit) =>
        Shape.RayCast(input, Body.Transform, child, out hit);

    internal void Initialize(Body body, in FixtureDescription description)
    {
        Body = body;
        Shape = description.Shape;
        Density = description.Density;
        Friction = description.Friction;
        Restitution = description.Restitution;
        isSensor = description.IsSensor;
        filter = description.Filter;
        Tag = description.Tag;
        isSwept = false;
        if (leaves.Length != Shape.ChildCount)
        {
            leaves = new int[Shape.ChildCount];
        }
    }

    internal void Clear()
    {
        Body = null!;
        UserData = null;
        Next = null;
    }

    internal int LeafOf(int child) => leaves[child];

    internal void CreateProxies(BroadPhase broadPhase, in Transform frame)
    {
        for (int i = 0; i < leaves.Length; i++)
        {
            leaves[i] = broadPhase.Add(Shape.ComputeAabb(frame, i), this, i);
        }

        HasProxies = true;
    }

    internal void DestroyProxies(BroadPhase broadPhase)
    {
        if (HasProxies)
        {
            foreach (int leaf in leaves)
            {
                broadPhase.Remove(leaf);
            }

            HasProxies = false;
        }
    }

    internal void TouchProxies(BroadPhase broadPhase)
    {
        if (HasProxies)
        {
            foreach (int leaf in leaves)
            {
                broadPhase.Touch(leaf);
            }
        }
    }

    /// <summary>Notes that the body's motion is not the one that was last told of.</summary>
    internal void ForgetSwept() => isSwept = false;

    /// <summary>The box around the shape at both ends of the body's motion.</summary>
    /// <returns>Whether it is known; of chains it is not.</returns>
    internal bool TryGetSwept(out Aabb box)
    {
        if (!isSwept && Body.Type == BodyType.Static && leaves.Length == 1)
        {
            swept = Shape.ComputeAabb(Body.Frame, 0);
            isSwept = true;
        }

        box = swept;
        return isSwept;
    }

    /// <summary>Tells the tree of a motion from one frame to another.</summary>
    internal void Synchronize(BroadPhase broadPhase, in Transform from, in Transform to)
    {
        if (!HasProxies)
        {
            return;
        }

        Vec2 displacement = to.Position - from.Position;
        for (int i = 0; i < leaves.Length; i++)
        {
            swept = Aabb.Union(Shape.ComputeAabb(from, i), Shape.ComputeAabb(to, i));
            broadPhase.Move(leaves[i], swept, displacement);
        }

        isSwept = leaves.Length == 1;
    }

    internal void Sync(WorldSync sync, BroadPhase broadPhase)
    {
        Density = sync.Sync(Density);
        Friction = sync.Sync(Friction);
        Restitution = sync.Sync(Restitution);
        sync.Sync(ref isSensor);
        sync.Sync(ref filter);
        Tag = sync.Sync(Tag);
        HasProxies = sync.Sync(HasProxies);
        sync.Sync(leaves.AsSpan());
        for (int i = 0; i < leaves.Length && HasProxies && sync.IsReading; i++)
        {
            broadPhase.Restore(leaves[i], this, i);
        }
    }

    private void Refilter()
    {
        foreach (Contact contact in Body.Contacts)
        {
            if (contact.FixtureA == this || contact.FixtureB == this)
            {
                contact.NeedsFiltering = true;
            }
        }

        TouchProxies(Body.World.BroadPhase);
    }
}
