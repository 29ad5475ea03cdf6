using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>Registers Gymnasium's eleven MuJoCo tasks in versions 4 and 5.</summary>
public static class LocomotionFamily
{
    /// <summary>Adds the 22 ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (TaskVersion version in Enum.GetValues<TaskVersion>())
        {
            void Add(string name, Func<EnvArguments, TaskVersion, Env> create, int steps, double? threshold) =>
                registry.Register(new EnvSpec($"{name}-v{(int)version}", arguments => create(arguments, version))
                {
                    MaxEpisodeSteps = steps,
                    RewardThreshold = threshold,
                    Needs = static () => MujocoLibrary.Missing,
                });

            Add("Ant", static (a, v) => new AntEnv(AntOptions.From(a, v)), 1000, 6000);
            Add("HalfCheetah", static (a, v) => new HalfCheetahEnv(HalfCheetahOptions.From(a, v)), 1000, 4800);
            Add("Hopper", static (a, v) => new HopperEnv(HopperOptions.From(a, v)), 1000, 3800);
            Add("Humanoid", static (a, v) => new HumanoidEnv(HumanoidOptions.From(a, v)), 1000, null);
            Add(
                "HumanoidStandup",
                static (a, v) => new HumanoidStandupEnv(HumanoidStandupOptions.From(a, v)),
                1000,
                null);
            Add(
                "InvertedDoublePendulum",
                static (a, v) => new InvertedDoublePendulumEnv(InvertedDoublePendulumOptions.From(a, v)),
                1000,
                9100);
            Add(
                "InvertedPendulum",
                static (a, v) => new InvertedPendulumEnv(InvertedPendulumOptions.From(a, v)),
                1000,
                950);
            Add("Pusher", static (a, v) => new PusherEnv(PusherOptions.From(a, v)), 100, 0);
            Add("Reacher", static (a, v) => new ReacherEnv(ReacherOptions.From(a, v)), 50, -3.75);
            Add("Swimmer", static (a, v) => new SwimmerEnv(SwimmerOptions.From(a, v)), 1000, 360);
            Add("Walker2d", static (a, v) => new Walker2dEnv(Walker2dOptions.From(a, v)), 1000, null);
        }
    }
}
