using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>
/// Evolution strategy: tries random changes of all weights for an episode each, and goes in the direction of those that
/// earned more. Needs no gradient of the policy.
/// </summary>
/// <remarks>
/// <c>g = 1/(nσ) Σ F_i ε_i</c> with ranks F in place of returns and every change tried in both directions. Salimans,
/// Ho, Chen, Sidor and Sutskever (2017), "Evolution Strategies as a Scalable Alternative to Reinforcement Learning",
/// algorithm 1 and section 2.1.
/// </remarks>
public sealed class EvolutionStrategy : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly TrainingEnv env;
    private readonly EvolutionStrategyOptions options;
    private readonly LearnerSetup setup;
    private readonly ActorCriticNetwork network;
    private readonly PolicyTrials trials;
    private readonly ActorCriticPolicy policy;
    private readonly Gradients gradients;
    private readonly Adam optimizer;
    private readonly Rng rng;
    private readonly double[] ranks;
    private readonly UpdateMetrics metrics = new("fitness_mean", "fitness_best", "gradient_norm", "learning_rate");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments, each of which tries one policy at a time; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run.</param>
    public EvolutionStrategy(TrainingEnv env, EvolutionStrategyOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        this.env = env;
        this.options = options;
        this.setup = setup;
        env.Normalize(options.Gamma, options.ScalesObservations, rewards: false);

        Rng[] streams = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]).Spawn(2);
        rng = streams[1];
        network = new ActorCriticNetwork(env, options with { SharedNetwork = false }, streams[0]);
        trials = new PolicyTrials(env, network, options.ActionMasks, options.Population / 2);
        ranks = new double[options.Population];
        gradients = new Gradients(network.Parameters);
        optimizer = new Adam(network.Parameters, new AdamOptions());
        policy = new ActorCriticPolicy(network, env.ObservationSize, options.ActionMasks);
        Agent = new PolicyAgent(policy, env.ObservationNormalizer);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks =>
        new Dictionary<string, ParameterSet>(StringComparer.Ordinal) { ["policy"] = network.Parameters };

    /// <inheritdoc/>
    public PolicyGraph Graph =>
        new(network.Parameters, env.ObservationSize, env.ObservationNormalizer, network.Outputs);

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        env.Start(setup.Seed);
        while (true)
        {
            trials.Draw(rng);
            trials.Run(options.Sigma);
            Update();
            yield return env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(rng);
        network.SyncState(sync);
        optimizer.SyncState(sync);
        env.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        env.Dispose();
        trials.Dispose();
        policy.Dispose();
        gradients.Dispose();
        optimizer.Dispose();
        network.Dispose();
    }

    private void Update()
    {
        RankShaping.Apply(trials.Returns, ranks);
        gradients.Clear();
        for (int pair = 0; pair < trials.Changes.Length; pair++)
        {
            double weight = (ranks[2 * pair] - ranks[(2 * pair) + 1]) / (options.Population * options.Sigma);
            ConjugateGradient.Add(gradients.Values, -weight, trials.Changes[pair]);
        }

        metrics.Clear();
        metrics.Add(0, trials.Returns.Average());
        metrics.Add(1, trials.Returns.Max());
        metrics.Add(2, gradients.Norm());
        Span<float> values = network.Parameters.Values;
        for (int i = 0; i < values.Length; i++)
        {
            gradients.Values[i] += trials.IsActor(i) ? (float)options.WeightDecay * values[i] : 0;
        }

        optimizer.LearningRate = options.LearningRate.At((double)env.Steps / Math.Max(1, setup.Steps));
        metrics.Add(3, optimizer.LearningRate);
        optimizer.Step(gradients);
    }
}
