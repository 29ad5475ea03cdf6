using GymSharp.Registration;

namespace GymSharp.Mujoco.Manipulation;

/// <summary>What can be chosen about the Fetch environments.</summary>
public sealed record FetchOptions : GoalOptions
{
    private static readonly CameraOptions Beside = new()
    {
        Distance = 2.5,
        Azimuth = 132,
        Elevation = -14,
        LookAt = [1.3, 0.75, 0.55],
    };

    /// <summary>The defaults.</summary>
    public FetchOptions() => View = View with { Camera = Beside };

    /// <summary>Reads keyword arguments.</summary>
    internal static FetchOptions From(EnvArguments arguments) => new()
    {
        Reward = ReadReward(arguments),
        View = arguments.View(Beside),
        RenderMode = arguments.RenderMode,
    };
}
