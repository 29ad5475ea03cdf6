namespace GymSharp.Physics2D;

/// <summary>Two fixtures whose boxes overlap; they may touch or not.</summary>
/// <remarks>
/// Of an edge or chain and another shape, the edge is A; of a polygon and a circle, the polygon. Contacts are used
/// again: do not keep one after <see cref="IContactListener.EndContact"/>.
/// </remarks>
public sealed class Contact
{
    private Manifold manifold;

    internal Contact()
    {
        EdgeA = new(this);
        EdgeB = new(this);
        FixtureA = null!;
        FixtureB = null!;
        BodyA = null!;
        BodyB = null!;
    }

    /// <summary>The first fixture.</summary>
    public Fixture FixtureA { get; private set; }

    /// <summary>The second fixture.</summary>
    public Fixture FixtureB { get; private set; }

    /// <summary>Which part of the first shape; 0 unless it is a chain.</summary>
    public int ChildA { get; private set; }

    /// <summary>Which part of the second shape; always 0.</summary>
    public int ChildB { get; private set; }

    /// <summary>Whether the shapes touch.</summary>
    public bool IsTouching { get; internal set; }

    /// <summary>
    /// Whether the contact acts in this step. It becomes true before each
    /// <see cref="IContactListener.PreSolve"/>, which may set it to false.
    /// </summary>
    public bool IsEnabled { get; set; }

    /// <summary>The coefficient of friction, from the fixtures unless changed.</summary>
    public float Friction { get; set; }

    /// <summary>How much speed a bounce keeps, from the fixtures unless changed.</summary>
    public float Restitution { get; set; }

    /// <summary>The speed of a conveyor belt, m/s; usually 0.</summary>
    public float TangentSpeed { get; set; }

    /// <summary>Where the shapes touch, in local coordinates.</summary>
    public ref readonly Manifold Manifold => ref manifold;

    /// <summary>The next older contact of the world.</summary>
    internal Contact? Next { get; set; }

    internal Contact? Previous { get; set; }

    internal ContactEdge EdgeA { get; }

    internal ContactEdge EdgeB { get; }

    internal Body BodyA { get; private set; }

    internal Body BodyB { get; private set; }

    /// <summary>The leaf of the first fixture's part in the tree.</summary>
    internal int LeafA { get; private set; }

    internal int LeafB { get; private set; }

    internal bool NeedsFiltering { get; set; }

    internal bool InIsland { get; set; }

    /// <summary>Whether <see cref="ImpactTime"/> is known.</summary>
    internal bool HasImpactTime { get; set; }

    internal float ImpactTime { get; set; }

    internal int ImpactCount { get; set; }

    internal ref Manifold MutableManifold => ref manifold;

    /// <summary>Where the shapes touch, in the world.</summary>
    public WorldManifold ComputeWorldManifold() => WorldManifold.Of(
        ref manifold, BodyA.Transform, FixtureA.Shape.Radius, BodyB.Transform, FixtureB.Shape.Radius);

    /// <summary>Whether contacts between shapes of these kinds exist.</summary>
    internal static bool CanCollide(ShapeKind a, ShapeKind b) => a <= ShapeKind.Polygon || b <= ShapeKind.Polygon;

    /// <summary>Whether the second shape is to be A.</summary>
    internal static bool IsSwapped(ShapeKind a, ShapeKind b) => a < b;

    internal void Initialize(Fixture fixtureA, int childA, Fixture fixtureB, int childB)
    {
        FixtureA = fixtureA;
        ChildA = childA;
        FixtureB = fixtureB;
        ChildB = childB;
        BodyA = fixtureA.Body;
        BodyB = fixtureB.Body;
        LeafA = fixtureA.LeafOf(childA);
        LeafB = fixtureB.LeafOf(childB);
        IsEnabled = true;
        IsTouching = false;
        NeedsFiltering = false;
        InIsland = false;
        HasImpactTime = false;
        ImpactTime = 0;
        ImpactCount = 0;
        manifold = default;
        Friction = MathF.Sqrt(fixtureA.Friction * fixtureB.Friction);
        Restitution = Scalar.Max(fixtureA.Restitution, fixtureB.Restitution);
        TangentSpeed = 0.0f;
    }

    internal void Sync(WorldSync sync)
    {
        IsTouching = sync.Sync(IsTouching);
        IsEnabled = sync.Sync(IsEnabled);
        NeedsFiltering = sync.Sync(NeedsFiltering);
        Friction = sync.Sync(Friction);
        Restitution = sync.Sync(Restitution);
        TangentSpeed = sync.Sync(TangentSpeed);
        sync.Sync(ref manifold);
    }

    internal void Clear()
    {
        FixtureA = null!;
        FixtureB = null!;
        BodyA = null!;
        BodyB = null!;
        EdgeA.Other = null!;
        EdgeB.Other = null!;
        EdgeA.Next = EdgeA.Previous = EdgeB.Next = EdgeB.Previous = null;
        Previous = null;
    }

    /// <summary>Collides the shapes where the bodies are now, keeps the impulses of points that were there before, and
    /// tells the listener.</summary>
    internal void Update(IContactListener? listener)
    {
        Manifold old = manifold;
        IsEnabled = true;
        bool wasTouching = IsTouching;
        bool isSensor = FixtureA.IsSensor || FixtureB.IsSensor;
        if (isSensor)
        {
            IsTouching = Distance.Overlap(new(
                FixtureA.Shape.Proxy(ChildA), BodyA.Transform, FixtureB.Shape.Proxy(ChildB), BodyB.Transform));
            manifold.PointCount = 0;
        }
        else
        {
            Collide();
            IsTouching = manifold.PointCount > 0;
            TakeImpulses(ref old);
            if (IsTouching != wasTouching)
            {
                BodyA.IsAwake = true;
                BodyB.IsAwake = true;
            }
        }

        if (listener is not null)
        {
            Report(listener, wasTouching, isSensor, old);
        }
    }

    private void Report(IContactListener listener, bool wasTouching, bool isSensor, in Manifold old)
    {
        bool touching = IsTouching;
        if (!wasTouching && touching)
        {
            listener.BeginContact(this);
        }

        if (wasTouching && !touching)
        {
            listener.EndContact(this);
        }

        if (!isSensor && touching)
        {
            listener.PreSolve(this, old);
        }
    }

    private void TakeImpulses(ref Manifold old)
    {
        for (int i = 0; i < manifold.PointCount; i++)
        {
            ref ManifoldPoint point = ref manifold.At(i);
            point.NormalImpulse = 0.0f;
            point.TangentImpulse = 0.0f;
            for (int j = 0; j < old.PointCount; j++)
            {
                ref ManifoldPoint before = ref old.At(j);
                if (before.Id == point.Id)
                {
                    point.NormalImpulse = before.NormalImpulse;
                    point.TangentImpulse = before.TangentImpulse;
                    break;
                }
            }
        }
    }

    private void Collide()
    {
        ref readonly Transform a = ref BodyA.Frame;
        ref readonly Transform b = ref BodyB.Frame;
        switch (FixtureA.Shape, FixtureB.Shape)
        {
            case (PolygonShape polygonA, PolygonShape polygonB):
                PolygonCollider.Collide(ref manifold, polygonA, a, polygonB, b);
                break;
            case (EdgeShape edge, PolygonShape polygon):
                EdgePolygonCollider.Collide(ref manifold, edge.Geometry, a, polygon, b);
                break;
            case (ChainShape chain, PolygonShape polygon):
                EdgePolygonCollider.Collide(ref manifold, chain.Edge(ChildA), a, polygon, b);
                break;
            case (PolygonShape polygon, CircleShape circle):
                CircleCollider.PolygonAndCircle(ref manifold, polygon, a, circle, b);
                break;
            case (EdgeShape edge, CircleShape circle):
                CircleCollider.EdgeAndCircle(ref manifold, edge.Geometry, edge.Radius, a, circle, b);
                break;
            case (ChainShape chain, CircleShape circle):
                CircleCollider.EdgeAndCircle(ref manifold, chain.Edge(ChildA), chain.Radius, a, circle, b);
                break;
            case (CircleShape circleA, CircleShape circleB):
                CircleCollider.Circles(ref manifold, circleA, a, circleB, b);
                break;
        }
    }
}
