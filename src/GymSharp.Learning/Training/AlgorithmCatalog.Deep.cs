using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;

namespace GymSharp.Learning.Training;

/// <content>Algorithms whose agents are neural networks.</content>
public static partial class AlgorithmCatalog
{
    private static IEnumerable<AlgorithmSpec> Deep() =>
    [
        AlgorithmSpec.ForVector<PpoOptions>(
            "ppo", "climbs a clipped objective near the policy that acted (PPO2)",
            (envs, options, setup) => new Ppo(new TrainingEnv(envs), options, setup)),
    ];
}
