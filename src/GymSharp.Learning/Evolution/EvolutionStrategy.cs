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
    private readonly Member[] members;
    private readonly ActorCriticPolicy policy;
    private readonly Gradients gradients;
    private readonly Adam optimizer;
    private readonly Rng rng;
    private readonly bool[] isActor;
    private readonly float[][] changes;
    private readonly double[] returns;
    private readonly double[] ranks;
    private readonly float[] actions;
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
        if (options.Normalize)
        {
            env.Normalize(options.Gamma, rewards: false);
        }

        Rng[] streams = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]).Spawn(2);
        rng = streams[1];
        network = new ActorCriticNetwork(env, options with { SharedNetwork = false }, streams[0]);
        int length = network.Parameters.Length;
        isActor = new bool[length];
        foreach (Parameter parameter in network.Parameters.Parameters)
        {
            isActor.AsSpan(parameter.Offset, parameter.Shape.Length)
                .Fill(!parameter.Name.StartsWith("critic", StringComparison.Ordinal));
        }

        members = [.. Enumerable.Range(0, env.NumEnvs).Select(_ => new Member(network))];
        changes = [.. Enumerable.Range(0, options.Population / 2).Select(_ => new float[length])];
        returns = new double[options.Population];
        ranks = new double[options.Population];
        actions = new float[env.NumEnvs * env.ActionSize];
        gradients = new Gradients(network.Parameters);
        optimizer = new Adam(network.Parameters, new AdamOptions());
        policy = new ActorCriticPolicy(network, env.ObservationSize);
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
            DrawChanges();
            Try();
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
        foreach (Member member in members)
        {
            member.Dispose();
        }

        policy.Dispose();
        gradients.Dispose();
        optimizer.Dispose();
        network.Dispose();
    }

    private void DrawChanges()
    {
        foreach (float[] change in changes)
        {
            for (int i = 0; i < change.Length; i++)
            {
                change[i] = isActor[i] ? (float)rng.StandardNormal() : 0;
            }
        }
    }

    // Every environment takes the next policy as soon as it has finished an episode with the last one.
    private void Try()
    {
        env.Reset();
        int next = 0;
        foreach (Member member in members)
        {
            Assign(member, ref next);
        }

        int finished = 0;
        while (finished < options.Population)
        {
            for (int i = 0; i < members.Length; i++)
            {
                Act(i);
            }

            env.Step(actions);
            for (int i = 0; i < members.Length; i++)
            {
                if (members[i].Number < 0)
                {
                    continue;
                }

                returns[members[i].Number] += env.Rewards[i];
                if (env.Terminated[i] || env.Truncated[i])
                {
                    finished++;
                    Assign(members[i], ref next);
                }
            }
        }
    }

    private void Assign(Member member, ref int next)
    {
        member.Number = next < options.Population ? next++ : -1;
        if (member.Number < 0)
        {
            return;
        }

        returns[member.Number] = 0;
        double sign = member.Number % 2 == 0 ? options.Sigma : -options.Sigma;
        member.Become(network.Parameters, sign, changes[member.Number / 2]);
    }

    private void Act(int index)
    {
        Tape tape = members[index].Tape;
        tape.Clear();
        int size = env.ObservationSize;
        Tensor observation = tape.Input(env.Observations.Slice(index * size, size), new Shape(1, size));
        int maskLength = options.ActionMasks && env.ActionMaskLength == network.Distribution.ParameterCount
            ? env.ActionMaskLength
            : 0;
        ReadOnlySpan<bool> mask = env.ActionMasks.Slice(index * maskLength, maskLength);
        network.Distribution.Mode(
            network.Act(observation, mask).Policy, actions.AsSpan(index * env.ActionSize, env.ActionSize));
    }

    private void Update()
    {
        RankShaping.Apply(returns, ranks);
        gradients.Clear();
        for (int pair = 0; pair < changes.Length; pair++)
        {
            double weight = (ranks[2 * pair] - ranks[(2 * pair) + 1]) / (options.Population * options.Sigma);
            ConjugateGradient.Add(gradients.Values, -weight, changes[pair]);
        }

        metrics.Clear();
        metrics.Add(0, returns.Average());
        metrics.Add(1, returns.Max());
        metrics.Add(2, gradients.Norm());
        Span<float> values = network.Parameters.Values;
        for (int i = 0; i < values.Length; i++)
        {
            gradients.Values[i] += isActor[i] ? (float)options.WeightDecay * values[i] : 0;
        }

        optimizer.LearningRate = options.LearningRate.At((double)env.Steps / Math.Max(1, setup.Steps));
        metrics.Add(3, optimizer.LearningRate);
        optimizer.Step(gradients);
    }

    // The weights that one environment tries.
    private sealed class Member(ActorCriticNetwork network) : IDisposable
    {
        private readonly ParameterSet parameters = network.Parameters.Clone();
        private Tape? tape;

        public Tape Tape => tape ??= new Tape(parameters) { IsRecording = false };

        public int Number { get; set; }

        public void Become(ParameterSet center, double factor, ReadOnlySpan<float> change)
        {
            center.Values.CopyTo(parameters.Values);
            ConjugateGradient.Add(parameters.Values, factor, change);
            parameters.MarkChanged();
        }

        public void Dispose()
        {
            tape?.Dispose();
            parameters.Dispose();
        }
    }
}
