namespace GymSharp.Physics2D;

/// <summary>A line segment that collides from both sides.</summary>
public sealed class EdgeShape : Shape
{
    private readonly Vec2[] points;

    /// <summary>Makes a segment.</summary>
    /// <param name="from">In the body's frame, metres.</param>
    /// <param name="to">In the body's frame, metres.</param>
    /// <param name="before">The vertex before <paramref name="from"/> of a line this is a part of.</param>
    /// <param name="after">The vertex after <paramref name="to"/> of a line this is a part of.</param>
    /// <exception cref="ArgumentException">A point is not finite or absurd, or both are the same.</exception>
    public EdgeShape(Vec2 from, Vec2 to, Vec2? before = null, Vec2? after = null)
        : base(ShapeKind.Edge, PhysicsConstants.PolygonRadius)
    {
        foreach (Vec2 point in (ReadOnlySpan<Vec2>)[from, to, before ?? from, after ?? to])
        {
            RequirePoint(point, "An edge's vertex");
        }

        if (!((to - from).Length >= PhysicsConstants.Epsilon))
        {
            throw new ArgumentException(
                $"The edge leads from {from} to {to}; expected two different points.", nameof(to));
        }

        points = [from, to];
        Geometry = new(from, to)
        {
            V0 = before.GetValueOrDefault(),
            V3 = after.GetValueOrDefault(),
            HasV0 = before is not null,
            HasV3 = after is not null,
        };
    }

    /// <summary>The first end in the body's frame, metres.</summary>
    public Vec2 From => points[0];

    /// <summary>The second end in the body's frame, metres.</summary>
    public Vec2 To => points[1];

    /// <inheritdoc/>
    public override int ChildCount => 1;

    internal EdgeGeometry Geometry { get; }

    /// <inheritdoc/>
    public override Aabb ComputeAabb(in Transform transform, int child)
    {
        Vec2 v1 = transform * From;
        Vec2 v2 = transform * To;
        return new Aabb(Vec2.Min(v1, v2), Vec2.Max(v1, v2)).Grown(Radius);
    }

    /// <inheritdoc/>
    public override MassData ComputeMass(float density) => new(0, 0.5f * (From + To), 0);

    /// <inheritdoc/>
    public override bool Contains(in Transform transform, Vec2 point) => false;

    /// <inheritdoc/>
    public override bool RayCast(in RayCastInput input, in Transform transform, int child, out RayCastHit hit) =>
        Geometry.RayCast(input, transform, out hit);

    internal override ConvexProxy Proxy(int child) => new(points, 0, 2, Radius);
}
