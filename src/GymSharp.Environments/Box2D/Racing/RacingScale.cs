namespace GymSharp.Environments.Box2D;

/// <summary>Sizes that track, car and picture of the race share.</summary>
internal static class RacingScale
{
    /// <summary>Steps per second.</summary>
    public const int FramesPerSecond = 50;

    /// <summary>Divides the track's sizes.</summary>
    public const double Scale = 6.0;

    /// <summary>Radius of the circle that the track is bent from, metres.</summary>
    public const double TrackRadius = 900 / Scale;

    /// <summary>Beyond this distance from the middle in x or y the race is over, metres.</summary>
    public const double Playfield = 2000 / Scale;

    /// <summary>Length of a tile, metres.</summary>
    public const double TileLength = 21 / Scale;

    /// <summary>The most that a tile turns, radians.</summary>
    public const double TurnRate = 0.31;

    /// <summary>Half of the road's width, metres.</summary>
    public const double TrackWidth = 40 / Scale;

    /// <summary>Width of the red and white border in hard turns, metres.</summary>
    public const double Border = 8 / Scale;
}
