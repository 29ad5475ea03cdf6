namespace GymSharp.Physics2D;

/// <summary>A disc.</summary>
public sealed class CircleShape : Shape
{
    private readonly Vec2[] points;

    /// <summary>Makes a disc.</summary>
    /// <param name="radius">Metres, above 0.</param>
    /// <param name="center">In the body's frame, metres.</param>
    /// <exception cref="ArgumentException">A size is not finite, not positive or absurd.</exception>
    public CircleShape(float radius, Vec2 center = default)
        : base(ShapeKind.Circle, radius)
    {
        RequireSize(radius, "The circle's radius");
        RequirePoint(center, "The circle's centre");
        points = [center];
    }

    /// <summary>The centre in the body's frame, metres.</summary>
    public Vec2 Center => points[0];

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Aabb ComputeAabb(in Transform transform, int child)
    {
        Vec2 p = transform * Center;
        return new(new(p.X - Radius, p.Y - Radius), new(p.X + Radius, p.Y + Radius));
    }

    /// <inheritdoc/>
    public override MassData ComputeMass(float density)
    {
        float mass = density * PhysicsConstants.Pi * Radius * Radius;
        return new(mass, Center, mass * (0.5f * Radius * Radius + Vec2.Dot(Center, Center)));
    }

    /// <inheritdoc/>
    public override bool Contains(in Transform transform, Vec2 point) =>
        (point - transform * Center).LengthSquared <= Radius * Radius;

    /// <inheritdoc/>
    public override bool RayCast(in RayCastInput input, in Transform transform, int child, out RayCastHit hit)
    {
        // The nearer root a of |s + a r| = radius, times |r|².
        hit = default;
        Vec2 s = input.From - transform * Center;
        float b = Vec2.Dot(s, s) - Radius * Radius;
        Vec2 r = input.To - input.From;
        float c = Vec2.Dot(s, r);
        float rr = Vec2.Dot(r, r);
        float sigma = c * c - rr * b;
        if (sigma < 0.0f || rr < PhysicsConstants.Epsilon)
        {
            return false;
        }

        float a = -(c + MathF.Sqrt(sigma));
        if (!(a >= 0.0f && a <= input.MaximumFraction * rr))
        {
            return false;
        }

        a /= rr;
        hit = new((s + a * r).Normalized(), a);
        return true;
    }

    internal override ConvexProxy Proxy(int child) => new(points, 0, 1, Radius);
}
