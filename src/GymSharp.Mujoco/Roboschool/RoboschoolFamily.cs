using GymSharp.Registration;

namespace GymSharp.Mujoco.Roboschool;

/// <summary>Registers Roboschool's five walkers.</summary>
public static class RoboschoolFamily
{
    private const int MaxEpisodeSteps = 1000;

    /// <summary>Adds the ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (RoboschoolTask task in RoboschoolTasks.All)
        {
            registry.Register(new EnvSpec($"{task.Name}-v1", arguments => Create(task, arguments))
            {
                MaxEpisodeSteps = MaxEpisodeSteps,
                RewardThreshold = task.RewardThreshold,
                Needs = static () => MujocoLibrary.Missing,
            });
        }
    }

    private static RoboschoolEnv Create(RoboschoolTask task, EnvArguments arguments) =>
        new(task, arguments.View(new CameraOptions()), arguments.RenderMode);
}
