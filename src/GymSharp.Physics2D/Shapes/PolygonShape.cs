namespace GymSharp.Physics2D;

/// <summary>A convex polygon of 3 to 16 vertices, anticlockwise, with a thin skin.</summary>
public sealed class PolygonShape : Shape
{
    private const float OneThird = 1.0f / 3.0f;
    private readonly Vec2[] vertices;
    private readonly Vec2[] normals;

    /// <summary>Makes the convex hull of points.</summary>
    /// <param name="points">3 to 16 points in the body's frame, metres, in any order.</param>
    /// <exception cref="ArgumentException">
    /// The number of points is wrong, one is not finite or absurd, or the hull is too thin to have an inside.
    /// </exception>
    public PolygonShape(params ReadOnlySpan<Vec2> points)
        : base(ShapeKind.Polygon, PhysicsConstants.PolygonRadius)
    {
        foreach (Vec2 point in points)
        {
            RequirePoint(point, "A polygon's vertex");
        }

        vertices = ConvexHull.Of(points);
        normals = EdgeNormals(vertices);
        Centroid = CentroidOf(vertices);
    }

    private PolygonShape(Vec2[] vertices, Vec2[] normals, Vec2 centroid)
        : base(ShapeKind.Polygon, PhysicsConstants.PolygonRadius)
    {
        this.vertices = vertices;
        this.normals = normals;
        Centroid = centroid;
    }

    /// <summary>The corners in the body's frame, anticlockwise, metres.</summary>
    public ReadOnlySpan<Vec2> Vertices => vertices;

    /// <summary>The outward directions of the edges; edge i leads from vertex i to the next.</summary>
    public ReadOnlySpan<Vec2> Normals => normals;

    /// <summary>The centre of area in the body's frame, metres.</summary>
    public Vec2 Centroid { get; }

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <summary>Makes a box.</summary>
    /// <param name="halfWidth">Metres, above 0.</param>
    /// <param name="halfHeight">Metres, above 0.</param>
    /// <exception cref="ArgumentException">A size is not finite, not positive or absurd.</exception>
    public static PolygonShape Box(float halfWidth, float halfHeight)
    {
        RequireSize(halfWidth, "The box's half width");
        RequireSize(halfHeight, "The box's half height");
        return new(
            [new(-halfWidth, -halfHeight), new(halfWidth, -halfHeight), new(halfWidth, halfHeight),
                new(-halfWidth, halfHeight)],
            [new(0, -1), new(1, 0), new(0, 1), new(-1, 0)],
            Vec2.Zero);
    }

    /// <summary>Makes a box somewhere in the body's frame.</summary>
    /// <param name="halfWidth">Metres, above 0.</param>
    /// <param name="halfHeight">Metres, above 0.</param>
    /// <param name="center">The middle, metres.</param>
    /// <param name="angle">Radians.</param>
    /// <exception cref="ArgumentException">A size is not finite, not positive or absurd.</exception>
    public static PolygonShape Box(float halfWidth, float halfHeight, Vec2 center, float angle)
    {
        RequirePoint(center, "The box's centre");
        RequirePoint(new(angle, 0), "The box's angle");
        PolygonShape box = Box(halfWidth, halfHeight);
        Transform frame = new(center, Rotation.FromAngle(angle));
        return new(
            Array.ConvertAll(box.vertices, vertex => frame * vertex),
            Array.ConvertAll(box.normals, normal => frame.Rotation * normal),
            center);
    }

    /// <inheritdoc/>
    public override Aabb ComputeAabb(in Transform transform, int child)
    {
        Vec2 lower = transform * vertices[0];
        Vec2 upper = lower;
        for (int i = 1; i < vertices.Length; i++)
        {
            Vec2 v = transform * vertices[i];
            lower = Vec2.Min(lower, v);
            upper = Vec2.Max(upper, v);
        }

        return new Aabb(lower, upper).Grown(Radius);
    }

    /// <inheritdoc/>
    public override MassData ComputeMass(float density)
    {
        // Triangles from the mean of the vertices, which keeps the numbers small: the inertia of a triangle with edges
        // e1, e2 about that point is D/12 (e1·e1 + e1·e2 + e2·e2), D twice its area.
        Vec2 reference = Vec2.Zero;
        foreach (Vec2 vertex in vertices)
        {
            reference += vertex;
        }

        reference = 1.0f / vertices.Length * reference;
        Vec2 center = Vec2.Zero;
        float area = 0.0f;
        float inertia = 0.0f;
        for (int i = 0; i < vertices.Length; i++)
        {
            Vec2 e1 = vertices[i] - reference;
            Vec2 e2 = vertices[i + 1 < vertices.Length ? i + 1 : 0] - reference;
            float d = Vec2.Cross(e1, e2);
            float triangle = 0.5f * d;
            area += triangle;
            center += triangle * OneThird * (e1 + e2);
            float x2 = e1.X * e1.X + e2.X * e1.X + e2.X * e2.X;
            float y2 = e1.Y * e1.Y + e2.Y * e1.Y + e2.Y * e2.Y;
            inertia += (0.25f * OneThird * d) * (x2 + y2);
        }

        float mass = density * area;
        center = 1.0f / area * center;
        Vec2 fromOrigin = center + reference;
        float aboutOrigin = density * inertia;
        aboutOrigin += mass * (Vec2.Dot(fromOrigin, fromOrigin) - Vec2.Dot(center, center));
        return new(mass, fromOrigin, aboutOrigin);
    }

    /// <inheritdoc/>
    public override bool Contains(in Transform transform, Vec2 point)
    {
        Vec2 local = transform.Undo(point);
        for (int i = 0; i < vertices.Length; i++)
        {
            if (Vec2.Dot(normals[i], local - vertices[i]) > 0.0f)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool RayCast(in RayCastInput input, in Transform transform, int child, out RayCastHit hit)
    {
        // The ray is cut by every edge's half plane; it enters where the last cut from outside lies.
        hit = default;
        Vec2 from = transform.Undo(input.From);
        Vec2 d = transform.Undo(input.To) - from;
        float enter = 0.0f;
        float leave = input.MaximumFraction;
        int edge = -1;
        for (int i = 0; i < vertices.Length; i++)
        {
            float numerator = Vec2.Dot(normals[i], vertices[i] - from);
            float denominator = Vec2.Dot(normals[i], d);
            if (denominator == 0.0f)
            {
                if (numerator < 0.0f)
                {
                    return false;
                }
            }
            else if (denominator < 0.0f && numerator < enter * denominator)
            {
                enter = numerator / denominator;
                edge = i;
            }
            else if (denominator > 0.0f && numerator < leave * denominator)
            {
                leave = numerator / denominator;
            }

            if (leave < enter)
            {
                return false;
            }
        }

        if (edge < 0)
        {
            return false;
        }

        hit = new(transform.Rotation * normals[edge], enter);
        return true;
    }

    internal override ConvexProxy Proxy(int child) => new(vertices, 0, vertices.Length, Radius);

    internal static PolygonShape Restore(Vec2[] vertices, Vec2[] normals, Vec2 centroid) =>
        new(vertices, normals, centroid);

    private static Vec2[] EdgeNormals(Vec2[] vertices)
    {
        Vec2[] normals = new Vec2[vertices.Length];
        for (int i = 0; i < vertices.Length; i++)
        {
            Vec2 edge = vertices[i + 1 < vertices.Length ? i + 1 : 0] - vertices[i];
            normals[i] = Vec2.RightOf(edge).Normalized();
        }

        return normals;
    }

    private static Vec2 CentroidOf(Vec2[] vertices)
    {
        Vec2 weighted = Vec2.Zero;
        float area = 0.0f;
        for (int i = 0; i < vertices.Length; i++)
        {
            Vec2 p2 = vertices[i];
            Vec2 p3 = vertices[i + 1 < vertices.Length ? i + 1 : 0];
            float triangle = 0.5f * Vec2.Cross(p2, p3);
            area += triangle;
            weighted += triangle * OneThird * (Vec2.Zero + p2 + p3);
        }

        if (!(area > PhysicsConstants.Epsilon))
        {
            throw new ArgumentException(
                $"The polygon's area is {area} m²; expected more than {PhysicsConstants.Epsilon}. "
                + "Give at least three points that do not lie on one line.",
                nameof(vertices));
        }

        return 1.0f / area * weighted;
    }
}
