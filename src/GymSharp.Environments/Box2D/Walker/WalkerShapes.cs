using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>The outlines of the walker's parts, and what they collide with. Shared by all walkers.</summary>
internal static class WalkerShapes
{
    /// <summary>How far above its middle the hull carries the legs (negative: below), metres.</summary>
    public const double LegDown = -8 / WalkerScale.Scale;

    /// <summary>Width of an upper leg, metres.</summary>
    public const double LegWidth = 8 / WalkerScale.Scale;

    /// <summary>Length of half a leg, metres.</summary>
    public const double LegHeight = 34 / WalkerScale.Scale;

    private static readonly CollisionFilter OnlyGround = new(0x0020, 0x0001);

    /// <summary>The hull.</summary>
    public static FixtureDescription Hull { get; } = new(Outline((-30, 9), (6, 9), (34, 1), (34, -8), (-30, -8)))
    {
        Density = 5.0f,
        Friction = 0.1f,
        Filter = OnlyGround,
    };

    /// <summary>An upper leg.</summary>
    public static FixtureDescription Upper { get; } = Limb(LegWidth / 2);

    /// <summary>A lower leg.</summary>
    public static FixtureDescription Lower { get; } = Limb(0.8 * LegWidth / 2);

    private static FixtureDescription Limb(double halfWidth) =>
        new(PolygonShape.Box((float)halfWidth, (float)(LegHeight / 2))) { Density = 1.0f, Filter = OnlyGround };

    private static PolygonShape Outline(params ReadOnlySpan<(int X, int Y)> points)
    {
        Vec2[] corners = new Vec2[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            corners[i] = new Vec2(
                (float)(points[i].X / WalkerScale.Scale), (float)(points[i].Y / WalkerScale.Scale));
        }

        return new PolygonShape(corners);
    }
}
