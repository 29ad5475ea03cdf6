using GymSharp.Registration;

namespace GymSharp.Mujoco.Mazes;

/// <summary>Registers the point mazes under Gymnasium-Robotics' ids, with sparse and dense rewards.</summary>
public static class PointMazeFamily
{
    /// <summary>Adds the twenty ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach ((string name, MazeMap map, int steps) in MazeMaps.All)
        {
            foreach (GoalReward reward in Enum.GetValues<GoalReward>())
            {
                string suffix = reward == GoalReward.Dense ? "Dense" : "";
                registry.Register(new EnvSpec(
                    $"PointMaze_{name}{suffix}-v3",
                    arguments => new PointMazeEnv(PointMazeOptions.From(arguments, map)))
                {
                    MaxEpisodeSteps = steps,
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
