using System.Numerics.Tensors;
using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>
/// Augmented random search: tries random directions in the space of weights, forwards and backwards, and steps along
/// the best of them in proportion to the difference that they made.
/// </summary>
/// <remarks>
/// <c>θ ← θ + α/(b σ_R) Σ_k (R(θ + νδ_k) − R(θ − νδ_k)) δ_k</c> over the b directions whose better half earned most,
/// <c>σ_R</c> the standard deviation of their 2b returns. Mania, Guy and Recht (2018), "Simple random search provides
/// a competitive approach to reinforcement learning", algorithm 2: version 1 sees observations as they are, version 2
/// normalised by running statistics.
/// </remarks>
public sealed class AugmentedRandomSearch : ILearner, IHasNetworks, IHasPolicyGraph
{
    // Where all returns are equal there is no direction, and nothing to divide by.
    private const double Least = 1e-6;

    private readonly TrainingEnv env;
    private readonly AugmentedRandomSearchOptions options;
    private readonly LearnerSetup setup;
    private readonly ActorCriticNetwork network;
    private readonly PolicyTrials trials;
    private readonly ActorCriticPolicy policy;
    private readonly Rng rng;
    private readonly float[] step;
    private readonly UpdateMetrics metrics = new(
        "return_mean", "return_best", "return_deviation", "step_size", "learning_rate", "sigma");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments, each of which tries one policy at a time; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run.</param>
    public AugmentedRandomSearch(TrainingEnv env, AugmentedRandomSearchOptions options, LearnerSetup setup)
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
        if (options.ZeroWeights ?? (options.Hidden.Length == 0 && !Trunk.IsConvolutional(env, options)))
        {
            network.Parameters.Values.Clear();
            network.Parameters.MarkChanged();
        }

        trials = new PolicyTrials(env, network, options.ActionMasks, options.Directions)
        {
            Episodes = options.Episodes,
            RewardOffset = options.AliveBonusOffset,
        };
        step = new float[network.Parameters.Length];
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
            double progress = (double)env.Steps / Math.Max(1, setup.Steps);
            metrics.Clear();
            trials.Draw(rng);
            trials.Run(options.Sigma.At(progress));
            Step(options.LearningRate.At(progress));
            metrics.Add(5, options.Sigma.At(progress));
            yield return env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(rng);
        network.SyncState(sync);
        env.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        env.Dispose();
        trials.Dispose();
        policy.Dispose();
        network.Dispose();
    }

    private void Step(double learningRate)
    {
        int[] best = [.. Enumerable.Range(0, options.Directions)
            .OrderByDescending(k => Math.Max(Forwards(k), Backwards(k)))
            .Take(options.Top ?? options.Directions)];
        double deviation = Deviation([.. best.Select(Forwards), .. best.Select(Backwards)]);
        double factor = learningRate / ((best.Length * deviation) + Least);
        step.AsSpan().Clear();
        foreach (int k in best)
        {
            ConjugateGradient.Add(step, factor * (Forwards(k) - Backwards(k)), trials.Changes[k]);
        }

        ConjugateGradient.Add(network.Parameters.Values, 1, step);
        network.Parameters.MarkChanged();
        metrics.Add(0, trials.Returns.Average());
        metrics.Add(1, trials.Returns.Max());
        metrics.Add(2, deviation);
        metrics.Add(3, TensorPrimitives.Norm<float>(step));
        metrics.Add(4, learningRate);
    }

    private double Forwards(int direction) => trials.Returns[2 * direction];

    private double Backwards(int direction) => trials.Returns[(2 * direction) + 1];

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
