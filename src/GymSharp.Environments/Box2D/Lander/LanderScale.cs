namespace GymSharp.Environments.Box2D;

/// <summary>Sizes that physics, observation and picture of the lander share.</summary>
internal static class LanderScale
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
}
