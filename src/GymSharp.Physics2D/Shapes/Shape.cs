namespace GymSharp.Physics2D;

/// <summary>A shape in a body's frame. Shapes do not change, and any number of fixtures may share one.</summary>
public abstract class Shape
{
    private protected Shape(ShapeKind kind, float radius)
    {
        Kind = kind;
        Radius = radius;
    }

    /// <summary>Which of the four kinds this is.</summary>
    public ShapeKind Kind { get; }

    /// <summary>The radius of a circle, or the skin around the other kinds, metres.</summary>
    public float Radius { get; }

    /// <summary>How many convex parts there are: 1, or the segments of a chain.</summary>
    public abstract int ChildCount { get; }

    /// <summary>The box around one part.</summary>
    /// <param name="transform">The body's frame.</param>
    /// <param name="child">Which part, below <see cref="ChildCount"/>.</param>
    public abstract Aabb ComputeAabb(in Transform transform, int child);

    /// <summary>Mass, centre and inertia of the shape when filled.</summary>
    /// <param name="density">kg/m².</param>
    public abstract MassData ComputeMass(float density);

    /// <summary>Whether a point lies within the shape. Edges and chains have no inside.</summary>
    /// <param name="transform">The body's frame.</param>
    /// <param name="point">In the world, metres.</param>
    public abstract bool Contains(in Transform transform, Vec2 point);

    /// <summary>Casts a ray at one part.</summary>
    /// <param name="input">The ray, in the world.</param>
    /// <param name="transform">The body's frame.</param>
    /// <param name="child">Which part, below <see cref="ChildCount"/>.</param>
    /// <param name="hit">Where the ray enters.</param>
    /// <returns>Whether it enters. A ray that starts inside does not.</returns>
    public abstract bool RayCast(in RayCastInput input, in Transform transform, int child, out RayCastHit hit);

    internal abstract ConvexProxy Proxy(int child);

    private protected static void RequirePoint(Vec2 point, string what)
    {
        if (!point.IsFinite || Scalar.Abs(point.X) > PhysicsConstants.MaximumCoordinate
            || Scalar.Abs(point.Y) > PhysicsConstants.MaximumCoordinate)
        {
            throw Require.Refusal(
                $"{what} is {point}; coordinates must be finite and at most {PhysicsConstants.MaximumCoordinate} m. "
                + "Scale the scene to metres.",
                nameof(point));
        }
    }

    private protected static void RequireSize(float size, string what)
    {
        if (!(size > 0 && size <= PhysicsConstants.MaximumCoordinate))
        {
            throw Require.Refusal(
                $"{what} is {size}; expected a number above 0 and at most {PhysicsConstants.MaximumCoordinate} m.",
                nameof(size));
        }
    }
}
