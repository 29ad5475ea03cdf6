namespace GymSharp.Physics2D;

/// <summary>A line of segments over which things slide without catching on the joins.</summary>
public sealed class ChainShape : Shape
{
    private readonly Vec2[] points;
    private readonly EdgeGeometry[] edges;

    /// <summary>Makes a line of segments.</summary>
    /// <param name="vertices">At least two, or three of a loop, in the body's frame, metres.</param>
    /// <param name="loop">Whether the last vertex is joined to the first.</param>
    /// <exception cref="ArgumentException">
    /// There are too few vertices, one is not finite or absurd, or two in succession are closer than the slop.
    /// </exception>
    public ChainShape(ReadOnlySpan<Vec2> vertices, bool loop = false)
        : base(ShapeKind.Chain, PhysicsConstants.PolygonRadius)
    {
        Require(vertices, loop);
        points = loop ? [.. vertices, vertices[0]] : [.. vertices];
        IsLoop = loop;
        edges = new EdgeGeometry[points.Length - 1];
        for (int i = 0; i < edges.Length; i++)
        {
            bool isLast = i == edges.Length - 1;
            edges[i] = new(points[i], points[i + 1])
            {
                HasV0 = loop || i > 0,
                V0 = i > 0 ? points[i - 1] : loop ? points[^2] : default,
                HasV3 = loop || !isLast,
                V3 = !isLast ? points[i + 2] : loop ? points[1] : default,
            };
        }
    }

    /// <summary>The vertices in the body's frame, metres; those of a loop end with the first.</summary>
    public ReadOnlySpan<Vec2> Vertices => points;

    /// <summary>Whether the last vertex is joined to the first.</summary>
    public bool IsLoop { get; }

    /// <inheritdoc/>
    public override int ChildCount => edges.Length;

    /// <inheritdoc/>
    public override Aabb ComputeAabb(in Transform transform, int child)
    {
        Vec2 v1 = transform * points[child];
        Vec2 v2 = transform * points[child + 1];
        return new(Vec2.Min(v1, v2), Vec2.Max(v1, v2));
    }

    /// <inheritdoc/>
    public override MassData ComputeMass(float density) => default;

    /// <inheritdoc/>
    public override bool Contains(in Transform transform, Vec2 point) => false;

    /// <inheritdoc/>
    public override bool RayCast(in RayCastInput input, in Transform transform, int child, out RayCastHit hit) =>
        edges[child].RayCast(input, transform, out hit);

    internal ref readonly EdgeGeometry Edge(int child) => ref edges[child];

    internal override ConvexProxy Proxy(int child) => new(points, child, 2, Radius);

    private static void Require(ReadOnlySpan<Vec2> vertices, bool loop)
    {
        int least = loop ? 3 : 2;
        if (vertices.Length < least)
        {
            throw new ArgumentException(
                $"A chain of {vertices.Length} vertices; expected at least {least}.", nameof(vertices));
        }

        const float Closest = PhysicsConstants.LinearSlop * PhysicsConstants.LinearSlop;
        for (int i = 0; i < vertices.Length; i++)
        {
            RequirePoint(vertices[i], "A chain's vertex");
            int next = i + 1 < vertices.Length ? i + 1 : loop ? 0 : i - 1;
            if (!((vertices[next] - vertices[i]).LengthSquared > Closest))
            {
                throw new ArgumentException(
                    $"Vertices {i} and {next} of the chain are closer than {PhysicsConstants.LinearSlop} m. Join them.",
                    nameof(vertices));
            }
        }
    }
}
