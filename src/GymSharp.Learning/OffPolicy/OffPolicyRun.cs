using GymSharp.Learning.Networks;
using GymSharp.Learning.Normalization;
using GymSharp.Learning.Replay;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// What every learner carries along that remembers transitions with actions of numbers: environments, memory,
/// exploration, generators. Holds no algorithm.
/// </summary>
internal sealed class OffPolicyRun : IDisposable
{
    private const int LongestSilence = 1000;

    private readonly OffPolicyOptions options;
    private readonly LearnerSetup setup;
    private readonly ReplayBuffer replay;
    private readonly HindsightReplay? hindsight;
    private readonly ActionNoise noise;
    private readonly ObservationNormalizer? observationNormalizer;
    private readonly RewardNormalizer? rewardNormalizer;
    private readonly Rng exploration;
    private readonly Rng draws;

    // Space for one step of all environments; actions between -1 and 1, and as the environments take them.
    private readonly float[] observations;
    private readonly float[] actions;
    private readonly float[] stretched;
    private long reportedSteps;
    private long reportedEpisodes;
    private DeterministicPolicy? policy;

    public OffPolicyRun(TrainingEnv env, OffPolicyOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        Env = env;
        this.options = options;
        this.setup = setup;
        Range = ActionRange.Of(env.SingleActionSpace);
        SeedSequence[] seeds = new SeedSequence(setup.Seed).Spawn(4);
        WeightRng = new Rng(seeds[0]);
        exploration = new Rng(seeds[1]);
        draws = new Rng(seeds[2]);
        Rng = new Rng(seeds[3]);
        Team = new ComputeTeam(setup.ThreadCount);
        replay = new ReplayBuffer(
            ReplayLayouts.Of(env, options.BufferSize) with { ActionSize = env.ActionSize });
        hindsight = HindsightReplay.Create(env, replay, options.NSampledGoal);
        Batch = new TransitionBatch(options.BatchSize, env.ObservationSize, env.ActionSize);
        noise = OffPolicy.ActionNoise.Create(
            options.ActionNoise, options.NoiseStd, (env.NumEnvs, env.ActionSize));
        observationNormalizer = options.Normalize || options.NormalizeObservations
            ? ObservationNormalizer.ForReplay(env.ObservationSize, options.NSampledGoal > 0)
            : null;
        rewardNormalizer = options.Normalize ? new RewardNormalizer(env.NumEnvs, options.Gamma) : null;
        observations = new float[env.NumEnvs * env.ObservationSize];
        actions = new float[env.NumEnvs * env.ActionSize];
        stretched = new float[actions.Length];
    }

    public TrainingEnv Env { get; }

    public ActionRange Range { get; }

    public ComputeTeam Team { get; }

    /// <summary>Draws first weights.</summary>
    public Rng WeightRng { get; }

    /// <summary>What was drawn last.</summary>
    public TransitionBatch Batch { get; }

    /// <summary>Draws what updates need.</summary>
    public Rng Rng { get; }

    /// <summary>Step size at this point of the run.</summary>
    public double LearningRate => options.LearningRate.At(Progress);

    /// <summary>Updates that are due after a phase of collecting.</summary>
    public int UpdatesDue => Env.Steps <= options.LearningStarts ? 0
        : options.GradientSteps < 0 ? options.TrainFreq * Env.NumEnvs
        : options.GradientSteps;

    private double Progress => setup.Steps > 0 ? Math.Min(1, (double)Env.Steps / setup.Steps) : 1;

    /// <summary>The agent that acts by a network.</summary>
    /// <param name="parameters">The network's numbers.</param>
    /// <param name="mode">The best actions, between -1 and 1, of a batch of observations.</param>
    public IAgent MakeAgent(ParameterSet parameters, Func<Tensor, Tensor> mode)
    {
        policy = new DeterministicPolicy(
            parameters, (Env.ObservationSize, Env.ActionSize), input => Range.Stretch(mode(input)));
        return new PolicyAgent(policy, observationNormalizer);
    }

    /// <summary>The same as one computation from observations as the environment gives them.</summary>
    public PolicyGraph MakeGraph(ParameterSet parameters, Func<Tensor, Tensor> mode) => new(
        parameters, Env.ObservationSize, observationNormalizer, input => Range.Stretch(mode(input)));

    /// <summary>Starts the environments, unless a restored state has.</summary>
    public void Start()
    {
        Env.Start(setup.Seed);
        reportedSteps = Env.Steps;
        reportedEpisodes = Env.Episodes;
        if (Env.Steps == 0)
        {
            observationNormalizer?.Update(Env.Observations);
        }

        for (int i = 0; i < Env.NumEnvs; i++)
        {
            replay.Start(i, Row(Env.Observations, i));
        }
    }

    /// <summary>
    /// Acts for the steps of a phase and remembers what happens; at random before learning begins.
    /// </summary>
    public void Collect(IExplorer explorer)
    {
        for (int step = 0; step < options.TrainFreq; step++)
        {
            if (Env.Steps < options.LearningStarts)
            {
                DrawUniformly(actions);
            }
            else
            {
                explorer.Explore(step, Normalized(Env.Observations), actions, exploration);
            }

            noise.AddTo(actions, exploration);
            ReplaceSomeActions();
            Range.Stretch(actions, stretched);
            Env.Step(stretched);
            Remember();
        }
    }

    /// <summary>Draws transitions, normalised where that is asked for; the next call writes into the same memory.
    /// </summary>
    public TransitionBatch Draw()
    {
        if (hindsight is not null)
        {
            hindsight.Sample(Batch, options.Gamma, draws);
        }
        else
        {
            replay.Sample(Batch, new ReplayWindow(options.Gamma), draws);
        }

        observationNormalizer?.Apply(Batch.Observations, Batch.Observations);
        observationNormalizer?.Apply(Batch.NextObservations, Batch.NextObservations);
        rewardNormalizer?.Scale(Batch.Rewards);
        return Batch;
    }

    /// <summary>
    /// Whether it is time to report: at once where a number is no longer finite, before anybody acts by it.
    /// </summary>
    public bool IsReportDue(UpdateMetrics metrics) => Env.Episodes > reportedEpisodes
        || Env.Steps - reportedSteps >= LongestSilence
        || Env.Steps >= setup.Steps
        || metrics.Failure is not null;

    /// <summary>What happened since the last report.</summary>
    /// <param name="metrics">Numbers of the algorithm; the first two are the step size and the filled memory.</param>
    /// <param name="updates">Updates since the beginning.</param>
    public LearningReport Report(UpdateMetrics metrics, long updates)
    {
        reportedSteps = Env.Steps;
        reportedEpisodes = Env.Episodes;
        metrics.Add(0, LearningRate);
        metrics.Add(1, replay.Count);
        return Env.Report(metrics) with { Updates = updates };
    }

    /// <summary>Reads or writes everything that decides the rest of the run, save networks and optimisers.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        Env.SyncState(sync);
        replay.SyncState(sync);
        noise.SyncState(sync);
        observationNormalizer?.SyncState(sync);
        rewardNormalizer?.SyncState(sync);
        sync.Sync(exploration);
        sync.Sync(draws);
        sync.Sync(Rng);
    }

    public void Dispose()
    {
        policy?.Dispose();
        Team.Dispose();
        Env.Dispose();
    }

    private void DrawUniformly(Span<float> some)
    {
        foreach (ref float action in some)
        {
            action = (float)exploration.Uniform(-1, 1);
        }
    }

    private void ReplaceSomeActions()
    {
        for (int i = 0; options.RandomExploration > 0 && i < Env.NumEnvs; i++)
        {
            if (exploration.Random() < options.RandomExploration)
            {
                DrawUniformly(actions.AsSpan(i * Env.ActionSize, Env.ActionSize));
            }
        }
    }

    private void Remember()
    {
        for (int i = 0; i < Env.NumEnvs; i++)
        {
            StepOutcome outcome = new(Env.Rewards[i], Env.Terminated[i], Env.Truncated[i]);
            bool ended = outcome.Terminated || outcome.Truncated;
            replay.Add(
                i,
                actions.AsSpan(i * Env.ActionSize, Env.ActionSize),
                outcome,
                Row(ended ? Env.FinalObservations : Env.Observations, i));
            if (ended)
            {
                replay.Start(i, Row(Env.Observations, i));
                noise.Reset(i);
            }
        }

        observationNormalizer?.Update(Env.Observations);
        rewardNormalizer?.Update(Env.Rewards, Env.Terminated, Env.Truncated);
    }

    private ReadOnlySpan<float> Normalized(ReadOnlySpan<float> rows)
    {
        if (observationNormalizer is null)
        {
            return rows;
        }

        observationNormalizer.Apply(rows, observations);
        return observations;
    }

    private ReadOnlySpan<float> Row(ReadOnlySpan<float> rows, int row) =>
        rows.Slice(row * Env.ObservationSize, Env.ObservationSize);
}
