using GymSharp.Learning.Advantages;
using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// Proximal policy optimisation with memory: for tasks whose observations do not tell all, such as a velocity.
/// </summary>
/// <remarks>
/// The loss is that of <see cref="PpoLoss"/>; networks see whole sequences, and a gradient step takes the sequences of
/// some environments, through which errors go back in time to the beginning of an episode or of the collected steps.
/// Schulman et al. (2017), "Proximal Policy Optimization Algorithms"; Hochreiter and Schmidhuber (1997), "Long
/// Short-Term Memory".
/// </remarks>
public sealed class RecurrentPpo : ILearner, IHasNetworks, IHasPolicyGraph
{
    private readonly TrainingEnv env;
    private readonly RecurrentPpoOptions options;
    private readonly LearnerSetup setup;
    private readonly RecurrentActorCritic network;
    private readonly RecurrentPolicy policy;
    private readonly SequenceMemory memory;
    private readonly ComputeTeam team;
    private readonly Tape tape;
    private readonly Adam optimizer;
    private readonly Rng rng;
    private readonly int[] order;
    private readonly float[] actions;
    private readonly UpdateMetrics metrics = new(
        "policy_loss", "value_loss", "entropy", "approximate_kl", "clip_fraction", "explained_variance",
        "gradient_norm", "learning_rate");

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run, threads.</param>
    public RecurrentPpo(TrainingEnv env, RecurrentPpoOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        this.env = env;
        this.options = options;
        this.setup = setup;
        env.Normalize(options.Gamma, options.ScalesObservations, options.ScalesRewards);

        Rng[] streams = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]).Spawn(2);
        rng = streams[1];
        network = new RecurrentActorCritic(env, options, streams[0]);
        team = new ComputeTeam(setup.ThreadCount);
        tape = new Tape(network.Parameters, team);
        optimizer = new Adam(network.Parameters, new AdamOptions { Epsilon = 1e-5 }, team);
        memory = new SequenceMemory(options.StepsPerUpdate, env.NumEnvs, network.StateSize);
        order = RowOrder.Of(env.NumEnvs);
        actions = new float[env.NumEnvs * env.ActionSize];
        policy = new RecurrentPolicy(network, env.ObservationSize, options.ActionMasks);
        Agent = new PolicyAgent(policy, env.ObservationNormalizer);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks =>
        new Dictionary<string, ParameterSet>(StringComparer.Ordinal) { ["policy"] = network.Parameters };

    /// <inheritdoc/>
    public PolicyGraph Graph => new(
        network.Parameters, (env.ObservationSize, network.StateSize), env.ObservationNormalizer, network.Outputs);

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        env.Start(setup.Seed);
        RolloutBuffer rollout = new(options.StepsPerUpdate, env.NumEnvs, MakeSamples(env.NumEnvs));
        RolloutSamples batch = MakeSamples(Math.Min(options.EnvsPerBatch ?? env.NumEnvs, env.NumEnvs));
        while (true)
        {
            Collect(rollout);
            GeneralizedAdvantage.Compute(rollout, options.Gamma, options.GaeLambda);
            metrics.Clear();
            metrics.Add(5, Statistics.ExplainedVariance(rollout.Samples.Returns, rollout.Samples.Values));
            Update(rollout.Samples, batch);
            yield return env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(rng);
        network.Parameters.SyncState(sync);
        optimizer.SyncState(sync);
        memory.SyncState(sync);
        env.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        env.Dispose();
        policy.Dispose();
        optimizer.Dispose();
        tape.Dispose();
        network.Dispose();
        team.Dispose();
    }

    private RolloutSamples MakeSamples(int envs)
    {
        bool hasMasks = options.ActionMasks && env.ActionMaskLength == network.Distribution.ParameterCount;
        return new(
            checked(options.StepsPerUpdate * envs), env.ObservationSize, env.ActionSize,
            network.Distribution.ParameterCount, hasMasks ? env.ActionMaskLength : 0);
    }

    private void Collect(RolloutBuffer rollout)
    {
        int envs = env.NumEnvs;
        tape.IsRecording = false;
        memory.Keep();
        for (int t = 0; t < rollout.Steps; t++)
        {
            Act(rollout.Samples, t);
            env.Step(actions);
            env.Rewards.CopyTo(rollout.Rewards[(t * envs)..]);
            env.Terminated.CopyTo(rollout.Terminated[(t * envs)..]);
            env.Truncated.CopyTo(rollout.Truncated[(t * envs)..]);
            ValueTruncated(rollout.FinalValues.Slice(t * envs, envs));
            memory.End(env.Terminated, env.Truncated);
        }

        tape.Clear();
        network.Value(Input(env.Observations, envs), State(memory.Critic), memory.Starts)
            .Values.Values.CopyTo(rollout.NextValues);
        tape.IsRecording = true;
    }

    private void Act(RolloutSamples samples, int t)
    {
        int envs = env.NumEnvs;
        Span<bool> masks = samples.Masks.Slice(t * envs * samples.MaskLength, envs * samples.MaskLength);
        env.ActionMasks[..masks.Length].CopyTo(masks);
        env.Observations.CopyTo(samples.Observations[(t * env.Observations.Length)..]);
        memory.Note(t);
        tape.Clear();
        Tensor observations = Input(env.Observations, envs);
        (Tensor parameters, Tensor actorState) = network.Act(observations, State(memory.Actor), memory.Starts, masks);
        (Tensor values, Tensor criticState) = network.Value(observations, State(memory.Critic), memory.Starts);
        network.Distribution.Sample(parameters, rng, actions);
        actions.CopyTo(samples.Actions[(t * actions.Length)..]);
        network.Distribution.LogProbability(parameters, actions).Values.CopyTo(samples.LogProbabilities[(t * envs)..]);
        values.Values.CopyTo(samples.Values[(t * envs)..]);
        actorState.Values.CopyTo(memory.Actor);
        criticState.Values.CopyTo(memory.Critic);
    }

    // What would have followed an episode that was cut off, as the critic remembers it.
    private void ValueTruncated(Span<float> values)
    {
        int size = env.ObservationSize;
        for (int i = 0; i < values.Length; i++)
        {
            if (env.Truncated[i] && !env.Terminated[i])
            {
                tape.Clear();
                values[i] = network.Value(
                    Input(env.FinalObservations.Slice(i * size, size), 1),
                    State(memory.Critic.Slice(i * network.StateSize, network.StateSize)),
                    [false]).Values.Item;
            }
        }
    }

    private void Update(RolloutSamples samples, RolloutSamples batch)
    {
        double progress = (double)env.Steps / Math.Max(1, setup.Steps);
        optimizer.LearningRate = options.LearningRate.At(progress);
        metrics.Add(7, optimizer.LearningRate);
        double clipRange = options.ClipRange.At(progress);
        int size = batch.Capacity / options.StepsPerUpdate;
        RowOrder.Restart(order);
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            rng.Shuffle<int>(order);
            for (int first = 0; first < order.Length; first += size)
            {
                ReadOnlySpan<int> envs = order.AsSpan(first, Math.Min(size, order.Length - first));
                batch.Gather(samples, memory.Choose(envs));
                if (options.NormalizeAdvantage && batch.Count > 1)
                {
                    Statistics.Standardize(batch.Advantages);
                }

                Step(batch, clipRange);
            }
        }
    }

    private void Step(RolloutSamples batch, double clipRange)
    {
        tape.Clear();
        Tensor observations = Input(batch.Observations, batch.Count);
        (Tensor parameters, _) = network.Act(
            observations, State(memory.ChosenActor), memory.ChosenStarts, batch.Masks);
        (Tensor values, _) = network.Value(observations, State(memory.ChosenCritic), memory.ChosenStarts);
        (Tensor logProbability, Tensor entropies) = network.Distribution.Evaluate(parameters, batch.Actions);

        Tensor ratio = (logProbability - tape.Input(batch.LogProbabilities)).Exp();
        Tensor advantages = tape.Input(batch.Advantages);
        Tensor clipped = ratio.Clamp((float)(1 - clipRange), (float)(1 + clipRange));
        Tensor gain = (ratio * advantages).Minimum(clipped * advantages).Mean();
        Tensor error = (values - tape.Input(batch.Returns)).Square().Mean();
        Tensor entropy = entropies.Mean();
        Tensor loss = (error * (float)options.ValueCoefficient) - gain - (entropy * (float)options.EntropyCoefficient);

        tape.Gradients.Clear();
        tape.Backward(loss);
        metrics.Add(0, -gain.Item);
        metrics.Add(1, error.Item);
        metrics.Add(2, entropy.Item);
        metrics.Add(3, PpoTerms.Divergence(ratio.Values) / batch.Count);
        metrics.Add(4, (double)PpoTerms.Outside(ratio.Values, clipRange) / batch.Count);
        metrics.Add(6, tape.Gradients.ClipByNorm((float)options.MaxGradientNorm));
        optimizer.Step(tape.Gradients);
    }

    private Tensor Input(ReadOnlySpan<float> rows, int count) =>
        tape.Input(rows, new Shape(count, env.ObservationSize));

    private Tensor State(ReadOnlySpan<float> rows) =>
        tape.Input(rows, new Shape(rows.Length / network.StateSize, network.StateSize));
}
