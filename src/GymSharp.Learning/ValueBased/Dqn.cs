using GymSharp.Learning.Networks;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Deep Q-learning: a network learns the values of actions from remembered transitions, towards targets made by an
/// older copy of itself; Mnih et al. (2015), "Human-level control through deep reinforcement learning".
/// </summary>
/// <remarks>
/// <para><c>y = R + γ max_b Q⁻(s',b)</c>, where the maximum is 0 after termination and stays after truncation; the loss
/// is <c>mean huber(Q(s,a) − y)</c>, and <c>Q⁻</c> is the copy. C51 and QR-DQN are the same loop with a
/// distribution of returns in place of each value; Double, Dueling, prioritised replay, n-step returns and noisy layers
/// are options of all of them, and Rainbow is their sum. <see cref="Munchausen"/> has a target of its own.</para>
/// </remarks>
public sealed class Dqn : ILearner, IHasNetworks, IHasPolicyGraph
{
    private const int LongestSilence = 1000;

    private readonly TrainingEnv env;
    private readonly ValueOptions options;
    private readonly LearnerSetup setup;
    private readonly ActionValueModel model;
    private readonly QNetwork network;
    private readonly ComputeTeam team;
    private readonly ParameterSet online = new();
    private readonly ParameterSet target;
    private readonly Tape tape;
    private readonly ShardedForward judge;
    private readonly Func<Tape, Shard, Tensor> judgeNext;
    private readonly Munchausen? munchausen;
    private readonly Mirror? mirror;
    private readonly Optimizer optimizer;
    private readonly ValueMemory memory;
    private readonly GreedyPolicy policy;
    private readonly UpdateMetrics metrics = new(
        "loss", "mean_q", "td_error", "gradient_norm", "epsilon", "learning_rate", "buffer");
    private readonly Rng exploration;
    private readonly Rng draws;
    private readonly Rng noise;

    // Space for one step of all environments, and for one update.
    private readonly float[] actions;
    private readonly float[] values;
    private TransitionBatch transitions;
    private readonly int[] taken;
    private readonly float[] targets;
    private readonly float[] errors;

    private int maskLength;
    private long copied;
    private long reportedSteps;
    private long reportedEpisodes;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments with Discrete actions; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm, which also say which descendant of DQN it is.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    /// <exception cref="ArgumentException">
    /// The actions are not Discrete, or hindsight is asked for and there are no goals.
    /// </exception>
    public Dqn(TrainingEnv env, ValueOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        int count = env.SingleActionSpace is Discrete discrete
            ? discrete.N
            : throw new ArgumentException(
                $"Value learning needs Discrete actions, one value for each; got {env.SingleActionSpace}. "
                + "Use ppo, or put a wrapper around the environment that offers a choice of actions.",
                nameof(env));
        this.env = env;
        this.options = options;
        this.setup = setup;
        SeedSequence[] seeds = new SeedSequence(setup.Seed).Spawn(4);
        exploration = new Rng(seeds[1]);
        draws = new Rng(seeds[2]);
        noise = new Rng(seeds[3]);

        model = options.CreateModel();
        network = new QNetwork(online, env.ObservationParts, (count, model.Width), options, new Rng(seeds[0]))
        {
            Scale = options.ScaleObservations ? ObservationScale.Of(env.SingleObservationSpace) : null,
        };
        target = online.Clone();
        team = new ComputeTeam(setup.ThreadCount);
        tape = new Tape(online, team);
        judge = new ShardedForward(target, team);
        judgeNext = JudgeNext;
        munchausen = options.CreateMunchausen(network, target, team);
        optimizer = Optimizers.Create(online, options, team);
        memory = new ValueMemory(env, options);
        mirror = Mirror.Of(env, options.Mirror);
        policy = new GreedyPolicy(network, model, online, env.ObservationSize, options.ActionMasks, mirror);
        Agent = new PolicyAgent(policy, memory.Normalizer);

        actions = new float[env.NumEnvs];
        values = new float[count];
        transitions = new TransitionBatch(options.UpdatesPerDraw(env.NumEnvs) * options.BatchSize, env.ObservationSize);
        taken = new int[options.BatchSize];
        targets = new float[options.BatchSize * model.Width];
        errors = new float[options.BatchSize];
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <summary>The weights learned so far.</summary>
    public ParameterSet Parameters => online;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks =>
        new Dictionary<string, ParameterSet> { ["q"] = online };

    /// <inheritdoc/>
    /// <remarks>Its outputs are the expected returns of the actions.</remarks>
    public PolicyGraph Graph => new(
        online,
        env.ObservationSize,
        memory.Normalizer,
        input => policy.Expect(input));

    private double Progress => setup.Steps > 0 ? Math.Min(1, (double)env.Steps / setup.Steps) : 1;

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        Start();
        while (true)
        {
            for (int step = 0; step < options.TrainFrequency; step++)
            {
                ChooseActions();
                env.Step(actions);
                Remember();
                RefreshTarget();
            }

            if (env.Steps > options.LearningStarts)
            {
                Train();
            }

            if (env.Episodes > reportedEpisodes
                || env.Steps - reportedSteps >= LongestSilence
                || env.Steps >= setup.Steps)
            {
                yield return Report();
                metrics.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        env.SyncState(sync);
        UseMasks();
        online.SyncState(sync);
        target.SyncState(sync);
        optimizer.SyncState(sync);
        memory.SyncState(sync);
        sync.Sync(exploration);
        sync.Sync(draws);
        sync.Sync(noise);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        policy.Dispose();
        tape.Dispose();
        judge.Dispose();
        munchausen?.Dispose();
        optimizer.Dispose();
        online.Dispose();
        target.Dispose();
        team.Dispose();
        env.Dispose();
    }

    private void Start()
    {
        env.Start(setup.Seed);
        UseMasks();
        reportedSteps = env.Steps;
        reportedEpisodes = env.Episodes;
        if (env.Steps == 0)
        {
            memory.Normalizer?.Update(env.Observations);
        }

        for (int i = 0; i < env.NumEnvs; i++)
        {
            memory.Start(i, Row(env.Observations, i), Mask(env.ActionMasks, i));
        }
    }

    // Whether the environments say what is allowed is known only from their first infos.
    private void UseMasks()
    {
        int length = options.ActionMasks && env.ActionMaskLength == values.Length ? values.Length : 0;
        munchausen?.RefuseMasks(length);
        if (length != maskLength)
        {
            maskLength = length;
            memory.KeepMasks(length);
            transitions = new TransitionBatch(transitions.Count, env.ObservationSize, maskSize: length);
        }
    }

    // ε-greedy: an action at random with the probability ε, else the one of the largest value.
    private void ChooseActions()
    {
        double epsilon = env.Steps < options.LearningStarts ? 1 : options.Epsilon(Progress);
        bool anyGreedy = false;
        for (int i = 0; i < actions.Length; i++)
        {
            bool explores = exploration.Random() < epsilon;
            actions[i] = explores ? ActionMask.Draw(Mask(env.ActionMasks, i), values.Length, exploration) : -1;
            anyGreedy |= !explores;
        }

        if (!anyGreedy)
        {
            return;
        }

        tape.Clear();
        tape.IsRecording = false;
        network.RedrawNoise(noise);
        Tensor seen = tape.Input(memory.Scaled(env.Observations), new Shape(actions.Length, env.ObservationSize));
        Tensor told = mirror is null ? network.Forward(seen) : policy.Expect(seen, noisy: true);
        ReadOnlySpan<float> outputs = told.Values;
        for (int i = 0; i < actions.Length; i++)
        {
            if (actions[i] < 0)
            {
                ReadOnlySpan<bool> mask = Mask(env.ActionMasks, i);
                actions[i] = mirror is null
                    ? model.Best(Block(outputs, i, values.Length), mask, values)
                    : ActionValueModel.BestOf(outputs.Slice(i * values.Length, values.Length), mask);
            }
        }
    }

    private void Remember()
    {
        memory.Normalizer?.Update(env.Observations);
        for (int i = 0; i < actions.Length; i++)
        {
            StepOutcome outcome = new(env.Rewards[i], env.Terminated[i], env.Truncated[i]);
            bool ended = outcome.Terminated || outcome.Truncated;
            ReadOnlySpan<float> next = Row(ended ? env.FinalObservations : env.Observations, i);
            ReadOnlySpan<bool> mask = Mask(ended ? env.FinalActionMasks : env.ActionMasks, i);
            memory.Add(i, actions.AsSpan(i, 1), outcome, next, mask);
            if (ended)
            {
                memory.Start(i, Row(env.Observations, i), Mask(env.ActionMasks, i));
            }
        }
    }

    private void RefreshTarget()
    {
        long interval = Math.Max(1, options.TargetUpdateInterval / env.NumEnvs);
        if (env.Steps / env.NumEnvs % interval != 0)
        {
            return;
        }

        if (options.Tau < 1)
        {
            target.Blend(online, (float)options.Tau);
        }
        else if (copied != online.Version)
        {
            target.CopyFrom(online);
            copied = online.Version;
        }
    }

    // The target network stays as it is during a phase, so what it says about many batches is computed at once.
    private void Train()
    {
        optimizer.LearningRate = options.LearningRate.At(Progress);
        int perDraw = transitions.Count / options.BatchSize;
        for (int done = 0; done < options.UpdatesPerPhase(env.NumEnvs); done += perDraw)
        {
            memory.Sample(transitions, Progress, draws);
            network.RedrawNoise(noise);
            ReadOnlySpan<float> next = judge.Run(transitions.Count, judgeNext);
            munchausen?.Judge(transitions);
            for (int i = 0; i < perDraw; i++)
            {
                Update(i * options.BatchSize, next);
            }
        }
    }

    private Tensor JudgeNext(Tape tape, Shard shard) =>
        network.Forward(tape, Rows(transitions.NextObservations, shard.First, shard.Count));

    private void Update(int first, ReadOnlySpan<float> next)
    {
        int count = options.BatchSize;
        ComputeTargets(first, next);
        for (int i = 0; i < count; i++)
        {
            taken[i] = (int)transitions.Actions[first + i];
        }

        tape.Clear();
        tape.IsRecording = true;
        network.RedrawNoise(noise);
        Tensor outputs = network.Forward(tape, Rows(transitions.Observations, first, count))
            .GatherBlocks(taken, model.Width);
        Tensor losses = model.Loss(outputs, tape.Input(targets, new Shape(count, model.Width)), errors);
        Tensor loss = memory.HasWeights
            ? (losses * tape.Input(transitions.Weights.Slice(first, count))).Mean()
            : losses.Mean();

        tape.Gradients.Clear();
        tape.Backward(loss);
        float norm = tape.Gradients.ClipByNorm((float)(options.MaxGradientNorm ?? double.PositiveInfinity));
        optimizer.Step(tape.Gradients);

        memory.Learned(transitions.Slots.Slice(first, count), errors);
        metrics.Add(0, loss.Item);
        metrics.Add(2, errors);
        metrics.Add(3, norm);
        model.Expect(outputs.Values, errors);
        metrics.Add(1, errors);
    }

    // y = R + discount · Q⁻(s', b), b the best allowed action by the target network, by the online one where Double.
    private void ComputeTargets(int first, ReadOnlySpan<float> next)
    {
        ReadOnlySpan<float> chooser = next;
        if (options.Double)
        {
            tape.Clear();
            tape.IsRecording = false;
            network.RedrawNoise(noise);
            chooser = network.Forward(tape, Rows(transitions.NextObservations, first, options.BatchSize)).Values;
        }

        int width = model.Width;
        for (int i = 0; i < options.BatchSize; i++)
        {
            if (munchausen is not null)
            {
                targets[i] = munchausen.Target(first + i, Block(next, first + i, values.Length));
                continue;
            }

            int best = model.Best(
                Block(chooser, options.Double ? i : first + i, values.Length),
                Mask(transitions.NextMasks, first + i),
                values);
            model.Target(
                transitions.Rewards[first + i],
                transitions.Discounts[first + i],
                Block(next, first + i, values.Length).Slice(best * width, width),
                targets.AsSpan(i * width, width));
        }
    }

    private LearningReport Report()
    {
        reportedSteps = env.Steps;
        reportedEpisodes = env.Episodes;
        metrics.Add(4, options.Epsilon(Progress));
        metrics.Add(5, options.LearningRate.At(Progress));
        metrics.Add(6, memory.Count);
        return env.Report(metrics) with { Updates = optimizer.Steps };
    }

    private ReadOnlySpan<bool> Mask(ReadOnlySpan<bool> masks, int row) => masks.Slice(row * maskLength, maskLength);

    private ReadOnlySpan<float> Row(ReadOnlySpan<float> observations, int row) => Rows(observations, row, 1);

    private ReadOnlySpan<float> Rows(ReadOnlySpan<float> observations, int first, int count) =>
        observations.Slice(first * env.ObservationSize, count * env.ObservationSize);

    // The outputs for one row of observations: [actions, width].
    private ReadOnlySpan<float> Block(ReadOnlySpan<float> outputs, int row, int count) =>
        outputs.Slice(row * count * model.Width, count * model.Width);
}
