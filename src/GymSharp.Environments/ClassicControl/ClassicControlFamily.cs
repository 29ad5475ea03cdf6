using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Registers cart-pole, mountain car, pendulum and acrobot.</summary>
internal static class ClassicControlFamily
{
    /// <summary>Adds the family to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.Register(CartPole("CartPole-v0", 200, 195.0));
        registry.Register(CartPole("CartPole-v1", 500, 475.0));
        registry.Register(Spec("MountainCar-v0", MountainCarEnv.Create, MountainCarBatch.Create, 200, -110.0));
        registry.Register(Spec(
            "MountainCarContinuous-v0", ContinuousMountainCarEnv.Create, ContinuousMountainCarBatch.Create, 999, 90.0));
        registry.Register(Spec("Pendulum-v1", PendulumEnv.Create, PendulumBatch.Create, 200, null));
        registry.Register(Spec("Acrobot-v1", AcrobotEnv.Create, AcrobotBatch.Create, 500, -100.0));
    }

    private static EnvSpec CartPole(string id, int steps, double threshold) =>
        Spec(id, CartPoleEnv.Create, CartPoleBatch.Create, steps, threshold) with
        {
            CreateVector = CartPoleVectorEnv.Create,
        };

    private static EnvSpec Spec(
        string id,
        Func<EnvArguments, Env> create,
        Func<EnvArguments, int, int, BatchedEnv> createBatched,
        int maxEpisodeSteps,
        double? rewardThreshold) => new(id, create)
        {
            MaxEpisodeSteps = maxEpisodeSteps,
            RewardThreshold = rewardThreshold,
            CreateBatched = (arguments, numEnvs) => createBatched(
                arguments, numEnvs, arguments.Get("max_episode_steps", maxEpisodeSteps)),
        };
}
