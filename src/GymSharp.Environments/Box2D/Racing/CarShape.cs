using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>Sizes of the car and its outline.</summary>
internal static class CarShape
{
    /// <summary>Metres for one unit of the outline.</summary>
    public const double Size = 0.02;

    /// <summary>Wheels.</summary>
    public const int Wheels = 4;

    /// <summary>Half of a wheel's width, units.</summary>
    public const int WheelWidth = 14;

    /// <summary>Radius of a wheel, units.</summary>
    public const int WheelRadius = 27;

    /// <summary>The four convex parts of the hull, metres.</summary>
    public static Vec2[][] Hull { get; } =
    [
        Metres((-60, 130), (60, 130), (60, 110), (-60, 110)),
        Metres((-15, 120), (15, 120), (20, 20), (-20, 20)),
        Metres((25, 20), (50, -10), (50, -40), (20, -90), (-20, -90), (-50, -40), (-50, -10), (-25, 20)),
        Metres((-50, -120), (50, -120), (50, -90), (-50, -90)),
    ];

    /// <summary>A wheel seen from above, metres.</summary>
    public static Vec2[] Wheel { get; } = Metres(
        (-WheelWidth, WheelRadius), (WheelWidth, WheelRadius), (WheelWidth, -WheelRadius), (-WheelWidth, -WheelRadius));

    /// <summary>Where the wheels are fixed, units: front left, front right, rear left, rear right.</summary>
    public static (int X, int Y)[] Axles { get; } = [(-55, 80), (55, 80), (-55, -82), (55, -82)];

    private static Vec2[] Metres(params (int X, int Y)[] points) =>
        Array.ConvertAll(points, point => new Vec2((float)(point.X * Size), (float)(point.Y * Size)));
}
