using GymSharp.Registration;

namespace GymSharp.Mujoco.Manipulation;

/// <summary>Registers the Fetch tasks under Gymnasium-Robotics' ids, with sparse and dense rewards.</summary>
public static class FetchFamily
{
    /// <summary>Adds the eight ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (FetchKind kind in Enum.GetValues<FetchKind>())
        {
            foreach (GoalReward reward in Enum.GetValues<GoalReward>())
            {
                string suffix = reward == GoalReward.Dense ? "Dense" : "";
                registry.Register(new EnvSpec(
                    $"Fetch{kind}{suffix}-v4", arguments => new FetchEnv(kind, FetchOptions.From(arguments)))
                {
                    MaxEpisodeSteps = 50,
                    Needs = static () => MujocoLibrary.Missing,
                    Arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["reward_type"] = reward == GoalReward.Dense ? "dense" : "sparse",
                    },
                });
            }
        }
    }
}
