namespace GymSharp.Environments.Box2D;

/// <summary>Sizes that terrain, body, observation and picture of the walker share.</summary>
internal static class WalkerScale
{
    /// <summary>Steps per second.</summary>
    public const int FramesPerSecond = 50;

    /// <summary>Seconds of a step.</summary>
    public const float StepLength = (float)(1.0 / FramesPerSecond);

    /// <summary>Velocity iterations of a step.</summary>
    public const int VelocityIterations = 6 * 30;

    /// <summary>Position iterations of a step, at most.</summary>
    public const int PositionIterations = 2 * 30;

    /// <summary>Pixels per metre.</summary>
    public const double Scale = 30.0;

    /// <summary>Width of the picture in pixels.</summary>
    public const int ViewportWidth = 600;

    /// <summary>Height of the picture in pixels.</summary>
    public const int ViewportHeight = 400;

    /// <summary>Distance between two points of the terrain, metres.</summary>
    public const double TerrainStep = 14 / Scale;

    /// <summary>Points of the terrain.</summary>
    public const int TerrainLength = 200;

    /// <summary>Height of the terrain at the start, metres.</summary>
    public const double TerrainHeight = ViewportHeight / Scale / 4;

    /// <summary>Points of flat ground at most between two obstacles.</summary>
    public const int TerrainGrass = 10;

    /// <summary>Points of even ground at the start.</summary>
    public const int TerrainStartPad = 20;

    /// <summary>Friction of the terrain.</summary>
    public const float Friction = 2.5f;
}
