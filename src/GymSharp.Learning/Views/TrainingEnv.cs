using GymSharp.Learning.Normalization;
using GymSharp.Neural;
using GymSharp.Neural.Distributions;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.Views;

/// <summary>A batch of environments as networks see it: float32 rows of observations and actions.</summary>
/// <remarks>
/// <para>Any observation with a fixed number of elements becomes a row: a Box is converted (pictures of bytes are
/// scaled to 0 … 1, their channels put last), a Discrete value becomes a one among zeros, parts of a Dict or Tuple
/// follow each other. Actions are rows of <see cref="ActionSize"/> numbers: indices of Discrete and MultiDiscrete
/// choices, elements of a Box, which are clipped to its bounds on the way into the environment.</para>
/// <para>An episode that ends is reset within the step: <see cref="Observations"/> shows the new episode,
/// <see cref="FinalObservations"/> where the old one ended. A step allocates nothing of its own.</para>
/// </remarks>
public sealed class TrainingEnv : IDisposable
{
    private readonly VectorEnv envs;
    private readonly RowBridge bridge;
    private readonly EpisodeCounter episodes;
    private readonly float[] raw;
    private readonly float[] finals;
    private readonly float[] rewards;
    private float[] observations;
    private RewardNormalizer? rewardNormalizer;
    private bool[] masks = [];
    private bool[] finalMasks = [];
    private int maskLength;
    private bool isStarted;
    private long steps;

    /// <summary>Views a batch of environments.</summary>
    /// <param name="envs">A batch that resets within the step; disposed with this object.</param>
    /// <exception cref="ArgumentException">The batch resets otherwise, or its spaces are of an unknown
    /// kind.</exception>
    public TrainingEnv(VectorEnv envs)
    {
        ArgumentNullException.ThrowIfNull(envs);
        if (envs.AutoresetMode != AutoresetMode.SameStep)
        {
            throw new ArgumentException(
                $"Learning needs a batch that resets within the step; {envs} resets by {envs.AutoresetMode}. "
                + "Make it with Gym.MakeVec and Autoreset = AutoresetMode.SameStep.",
                nameof(envs));
        }

        this.envs = envs;
        bridge = RowBridge.To(envs);
        episodes = new EpisodeCounter(envs.NumEnvs);
        raw = new float[envs.NumEnvs * ObservationSize];
        finals = new float[raw.Length];
        rewards = new float[envs.NumEnvs];
        observations = raw;
    }

    /// <summary>Number of environments.</summary>
    public int NumEnvs => envs.NumEnvs;

    /// <summary>What one environment shows.</summary>
    public Space SingleObservationSpace => envs.SingleObservationSpace;

    /// <summary>What one environment accepts.</summary>
    public Space SingleActionSpace => envs.SingleActionSpace;

    /// <summary>Shape of one observation: (4), or (10, 10, 4) for a picture.</summary>
    public Shape ObservationShape => bridge.Encoder.Shape;

    /// <summary>The parts of an observation: of a Dict or Tuple its entries, else the whole.</summary>
    public IReadOnlyList<ObservationPart> ObservationParts => bridge.Encoder.Parts;

    /// <summary>Numbers in one observation.</summary>
    public int ObservationSize => bridge.Encoder.Size;

    /// <summary>What says how a goal was reached, where the environments have goals; else null.</summary>
    public IGoalEnv? Goals => envs.Unwrapped.Envs is [{ } first, ..] ? first.Unwrapped as IGoalEnv : null;

    /// <summary>The environments as such that know mirrored actions, or null where they do not.</summary>
    internal IMirrored? Mirrored => envs.Unwrapped as IMirrored
        ?? (envs.Unwrapped.Envs is [{ } first, ..] ? first.Unwrapped as IMirrored : null);

    /// <summary>Numbers in one action.</summary>
    public int ActionSize => bridge.ActionSize;

    /// <summary>Environment steps since the beginning, those of all environments together.</summary>
    public long Steps => steps;

    /// <summary>Episodes ended since the beginning.</summary>
    public long Episodes => episodes.Total;

    /// <summary>Whether rewards are scaled by running statistics.</summary>
    public bool ScalesRewards => rewardNormalizer is not null;

    /// <summary>Normalises observations; null while <see cref="Normalize"/> was not called.</summary>
    public ObservationNormalizer? ObservationNormalizer { get; private set; }

    /// <summary>What the agents see now: [NumEnvs, ObservationSize].</summary>
    public ReadOnlySpan<float> Observations => observations;

    /// <summary>Rewards of the last step, one per environment; scaled where rewards are normalised.</summary>
    public ReadOnlySpan<float> Rewards => rewards;

    /// <summary>Whether the task of each environment ended in the last step.</summary>
    public ReadOnlySpan<bool> Terminated => bridge.Terminated;

    /// <summary>Whether each episode was cut off in the last step.</summary>
    public ReadOnlySpan<bool> Truncated => bridge.Truncated;

    /// <summary>
    /// The last observations of the episodes that ended in the last step, in the rows of those environments; the other
    /// rows hold nothing of interest. [NumEnvs, ObservationSize].
    /// </summary>
    public ReadOnlySpan<float> FinalObservations => finals;

    /// <summary>
    /// Which actions are allowed now, [NumEnvs, number of actions], from the entry <c>action_mask</c> of the infos;
    /// empty where the environments give none.
    /// </summary>
    public ReadOnlySpan<bool> ActionMasks => masks;

    /// <summary>
    /// Which actions would have been allowed after the episodes that ended in the last step, in the rows of those
    /// environments. [NumEnvs, number of actions].
    /// </summary>
    public ReadOnlySpan<bool> FinalActionMasks => finalMasks;

    /// <summary>Entries of the action mask of one environment, 0 where there is none.</summary>
    public int ActionMaskLength => maskLength;

    /// <summary>
    /// From now on, observations are shifted and scaled to mean 0 and variance 1, and rewards scaled so that discounted
    /// returns have variance 1, by running statistics. Call it before the first reset.
    /// </summary>
    /// <param name="gamma">Discount of the returns.</param>
    /// <param name="observations">Whether observations are scaled.</param>
    /// <param name="rewards">Whether rewards are scaled.</param>
    public void Normalize(double gamma, bool observations = true, bool rewards = true)
    {
        ObservationNormalizer = observations ? new ObservationNormalizer(ObservationSize) : null;
        rewardNormalizer = rewards ? new RewardNormalizer(NumEnvs, gamma) : null;
        this.observations = observations ? new float[raw.Length] : raw;
    }

    /// <summary>The family of distributions that suits the actions: what a stochastic policy draws from.</summary>
    public ActionDistribution CreateDistribution() => SingleActionSpace switch
    {
        Discrete discrete => new CategoricalDistribution(discrete.N),
        MultiDiscrete several => new MultiCategoricalDistribution([.. several.NVec.Select(n => (int)n)]),
        MultiBinary => new BernoulliDistribution(ActionSize),
        _ => new DiagonalGaussianDistribution(ActionSize),
    };

    /// <summary>Starts an episode in every environment, unless they are under way already.</summary>
    /// <param name="seed">Environment <c>i</c> gets <c>seed + i</c>.</param>
    /// <remarks>A learner calls this at its beginning; after a restored state it does nothing.</remarks>
    public void Start(ulong seed)
    {
        if (!isStarted)
        {
            Reset(seed);
        }
    }

    /// <summary>Starts an episode in every environment.</summary>
    /// <param name="seed">Reseeds them when given: environment <c>i</c> gets <c>seed + i</c>.</param>
    public void Reset(ulong? seed = null)
    {
        isStarted = true;
        bridge.Reset(raw, seed);
        episodes.Reset();
        rewardNormalizer?.Reset();
        Observe();
        FindMasks();
    }

    /// <summary>Takes one step in every environment.</summary>
    /// <param name="actions">[NumEnvs, ActionSize].</param>
    /// <exception cref="ArgumentException">The number of actions is wrong.</exception>
    public void Step(ReadOnlySpan<float> actions)
    {
        if (actions.Length != NumEnvs * ActionSize)
        {
            throw new ArgumentException(
                $"{NumEnvs} environments with actions of {ActionSize} numbers need {NumEnvs * ActionSize} numbers, "
                + $"got {actions.Length}.",
                nameof(actions));
        }

        bridge.Step(actions, raw);
        steps += NumEnvs;
        episodes.Add(envs, bridge.Rewards, Terminated, Truncated);
        Observe();
        for (int i = 0; i < rewards.Length; i++)
        {
            rewards[i] = (float)bridge.Rewards[i];
            if (Terminated[i] || Truncated[i])
            {
                Span<float> final = finals.AsSpan(i * ObservationSize, ObservationSize);
                bridge.FinalObservation(i, final);
                ObservationNormalizer?.Apply(final, final);
                ActionMask.Read(
                    envs.FinalInfoAt(i) ?? Info.Empty, finalMasks.AsSpan(i * maskLength, maskLength));
            }
        }

        rewardNormalizer?.Apply(rewards, Terminated, Truncated);
        ReadMasks();
    }

    /// <summary>
    /// Steps, episodes, and the mean return and length of the episodes that ended since the last report.
    /// </summary>
    /// <param name="metrics">Further numbers, by name.</param>
    public LearningReport Report(IReadOnlyList<KeyValuePair<string, double>> metrics)
    {
        (double Return, double Length)? means = episodes.Take();
        return new(steps, Episodes, means?.Return, means?.Length, metrics);
    }

    /// <summary>Reads or writes the environments, the counters and the statistics.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref isStarted);
        sync.Sync(ref steps);
        sync.Sync(raw.AsSpan());
        episodes.SyncState(sync);
        ObservationNormalizer?.SyncState(sync);
        rewardNormalizer?.SyncState(sync);
        sync.Sync(observations.AsSpan());
        sync.Sync(ref masks);
        maskLength = masks.Length / NumEnvs;
        finalMasks = new bool[masks.Length];
        byte[] state = sync.IsReading ? [] : envs.SaveState();
        sync.Sync(ref state);
        if (sync.IsReading)
        {
            envs.RestoreState(state);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => envs.Dispose();

    private void Observe()
    {
        if (ObservationNormalizer is { } normalizer)
        {
            normalizer.Update(raw);
            normalizer.Apply(raw, observations);
        }
    }

    private void FindMasks()
    {
        maskLength = ActionMask.Length(envs.InfoAt(0));
        masks = new bool[NumEnvs * maskLength];
        finalMasks = new bool[masks.Length];
        ReadMasks();
    }

    private void ReadMasks()
    {
        for (int i = 0; maskLength > 0 && i < NumEnvs; i++)
        {
            ActionMask.Read(envs.InfoAt(i), masks.AsSpan(i * maskLength, maskLength));
        }
    }
}
