using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;

namespace GymSharp.Learning.Training;

/// <content>Algorithms whose agents are neural networks.</content>
public static partial class AlgorithmCatalog
{
    private static IEnumerable<AlgorithmSpec> Deep() =>
    [
        AlgorithmSpec.ForVector<A2cOptions>(
            "a2c", "advantage actor-critic: small steps along the gradient of the policy",
            (envs, options, setup) => new A2c(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<PpoOptions>(
            "ppo", "climbs a clipped objective near the policy that acted (PPO2)",
            (envs, options, setup) => new Ppo(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<TrpoOptions>(
            "trpo", "trust region policy optimisation: the best step within a KL divergence",
            (envs, options, setup) => new Trpo(new TrainingEnv(envs), options, setup)),
    ];
}
