using GymSharp.Learning.Evolution;
using GymSharp.Learning.Imitation;
using GymSharp.Learning.OffPolicy;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;

namespace GymSharp.Learning.Training;

/// <content>Algorithms whose agents are neural networks.</content>
public static partial class AlgorithmCatalog
{
    private static IEnumerable<AlgorithmSpec> Deep() =>
    [
        AlgorithmSpec.ForVector<ReinforceOptions>(
            "reinforce", "makes actions of whole episodes more probable by what followed them",
            (envs, options, setup) => new Reinforce(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<A2cOptions>(
            "a2c", "advantage actor-critic: small steps along the gradient of the policy",
            (envs, options, setup) => new A2c(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<PpoOptions>(
            "ppo", "climbs a clipped objective near the policy that acted (PPO2)",
            (envs, options, setup) => new Ppo(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<RecurrentPpoOptions>(
            "recurrent-ppo", "as ppo, with networks that remember (LSTM)",
            (envs, options, setup) => new RecurrentPpo(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<Ppo1Options>(
            "ppo1", "as ppo, with a price on leaving the policy that acted instead of the clip",
            (envs, options, setup) => new Ppo1(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<TrpoOptions>(
            "trpo", "trust region policy optimisation: the best step within a KL divergence",
            (envs, options, setup) => new Trpo(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<EvolutionStrategyOptions>(
            "es", "tries random changes of all weights and goes where they earn more",
            (envs, options, setup) => new EvolutionStrategy(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<AugmentedRandomSearchOptions>(
            "ars", "tries random directions in the space of weights and steps along the best (augmented random search)",
            (envs, options, setup) => new AugmentedRandomSearch(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<CmaEsOptions>(
            "cma-es", "draws weights around a mean and learns from the better half where and how far to draw next",
            (envs, options, setup) => new CmaEs(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<BehaviourCloningOptions>(
            "bc", "imitates recorded steps (behaviour cloning)",
            (envs, options, setup) => new BehaviourCloning(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<DqnOptions>(
            "dqn", "learns values of actions with a network; double, dueling, prioritized, n_step are options",
            (envs, options, setup) => new Dqn(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<QrDqnOptions>(
            "qr-dqn", "as dqn, with quantiles of the returns in place of their mean",
            (envs, options, setup) => new Dqn(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<C51Options>(
            "c51", "as dqn, with probabilities of returns in place of their mean",
            (envs, options, setup) => new Dqn(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<RainbowOptions>(
            "rainbow", "c51 with double, dueling, prioritized, n_step and noisy together",
            (envs, options, setup) => new Dqn(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<DdpgOptions>(
            "ddpg", "climbs the slope of what a critic says of actions (deep deterministic policy gradient)",
            (envs, options, setup) => new Ddpg(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<Td3Options>(
            "td3", "as ddpg, with two critics, a slower actor and smoothed targets (twin delayed ddpg)",
            (envs, options, setup) => new Td3(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<SacOptions>(
            "sac", "earns rewards while acting as randomly as it can (soft actor-critic)",
            (envs, options, setup) => new Sac(new TrainingEnv(envs), options, setup)),
        AlgorithmSpec.ForVector<TqcOptions>(
            "tqc", "as sac, with quantiles of the returns, the largest left out (truncated quantile critics)",
            (envs, options, setup) => new Tqc(new TrainingEnv(envs), options, setup)),
    ];
}
