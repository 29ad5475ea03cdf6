using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>The outlines of the lander's parts, and what they collide with. Shared by all landers.</summary>
internal static class LanderShapes
{
    private const double Scale = LanderScale.Scale;

    /// <summary>The hull, metres.</summary>
    public static PolygonShape Hull { get; } = Outline((-14, 17), (-17, 0), (-17, -10), (17, -10), (17, 0), (14, 17));

    /// <summary>A leg, metres.</summary>
    public static PolygonShape Leg { get; } = PolygonShape.Box((float)(2 / Scale), (float)(8 / Scale));

    /// <summary>A piece of flame, metres.</summary>
    public static CircleShape Particle { get; } = new((float)(2 / Scale));

    /// <summary>The hull as a fixture.</summary>
    public static FixtureDescription HullFixture { get; } = new(Hull)
    {
        Density = 5.0f,
        Friction = 0.1f,
        Filter = new CollisionFilter(0x0010, 0x0001),
    };

    /// <summary>A leg as a fixture.</summary>
    public static FixtureDescription LegFixture { get; } = new(Leg)
    {
        Density = 1.0f,
        Filter = new CollisionFilter(0x0020, 0x0001),
    };

    /// <summary>A piece of flame as a fixture.</summary>
    /// <param name="density">kg/m².</param>
    public static FixtureDescription ParticleFixture(float density) => new(Particle)
    {
        Density = density,
        Friction = 0.1f,
        Restitution = 0.3f,
        Filter = new CollisionFilter(0x0100, 0x0001),
    };

    private static PolygonShape Outline(params ReadOnlySpan<(int X, int Y)> points)
    {
        Vec2[] corners = new Vec2[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            corners[i] = new Vec2((float)(points[i].X / Scale), (float)(points[i].Y / Scale));
        }

        return new PolygonShape(corners);
    }
}
