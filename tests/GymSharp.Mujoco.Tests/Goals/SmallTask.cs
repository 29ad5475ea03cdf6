namespace GymSharp.Mujoco.Tests.Goals;

/// <summary>Short episodes and small pictures, for which the rules are the same.</summary>
internal static class SmallTask
{
    public static IReadOnlyDictionary<string, object?> Arguments { get; } = new Dictionary<string, object?>
    {
        ["max_episode_steps"] = 20,
        ["width"] = 32,
        ["height"] = 24,
        ["renderer"] = "canvas",
    };
}
