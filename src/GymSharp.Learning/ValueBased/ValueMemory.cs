using GymSharp.Learning.Normalization;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// The transitions that a value learner remembers, and how it draws them: all alike, by priority, or in hindsight.
/// </summary>
internal sealed class ValueMemory
{
    private readonly ValueOptions options;
    private readonly ReplayWindow window;
    private readonly ReplayBuffer buffer;
    private readonly PrioritizedReplay? priorities;
    private readonly HindsightReplay? hindsight;
    private readonly Mirror? mirror;
    private readonly float[] scaled;

    /// <summary>Makes room for transitions of some environments.</summary>
    /// <exception cref="ArgumentException">Hindsight is asked for, and the environments have no goals.</exception>
    public ValueMemory(TrainingEnv env, ValueOptions options)
    {
        this.options = options;
        window = new ReplayWindow(options.Gamma, options.NStep);
        buffer = new ReplayBuffer(ReplayLayouts.Of(env, options.BufferSize));
        priorities = options.Prioritized ? new PrioritizedReplay(buffer, options.PriorityAlpha) : null;
        hindsight = HindsightReplay.Create(env, buffer, options.NSampledGoal);
        Normalizer = options.NormalizeObservations
            ? ObservationNormalizer.ForReplay(env.ObservationSize, options.NSampledGoal > 0)
            : null;
        mirror = Mirror.Of(env, options.Mirror);
        if (Normalizer is not null)
        {
            Normalizer.Mirror = mirror;
        }

        scaled = new float[env.NumEnvs * env.ObservationSize];
    }

    /// <summary>Number of transitions.</summary>
    public int Count => buffer.Count;

    /// <summary>Whether transitions have weights, because not all are drawn alike.</summary>
    public bool HasWeights => priorities is not null;

    /// <summary>
    /// Scales what is drawn, by what it is told of; transitions are remembered as they came. Null where nothing is
    /// scaled.
    /// </summary>
    public ObservationNormalizer? Normalizer { get; }

    /// <summary>One observation of each environment, as those that are drawn are scaled.</summary>
    /// <param name="rows">As the environments gave them.</param>
    public ReadOnlySpan<float> Scaled(ReadOnlySpan<float> rows)
    {
        if (Normalizer is null)
        {
            return rows;
        }

        Normalizer.Apply(rows, scaled);
        return scaled;
    }

    /// <inheritdoc cref="ReplayBuffer.KeepMasks"/>
    public void KeepMasks(int size)
    {
        if (mirror is not null)
        {
            Mirror.RefuseMasks(size);
        }

        buffer.KeepMasks(size);
    }

    /// <inheritdoc cref="ReplayBuffer.Start"/>
    public void Start(int env, ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask) =>
        buffer.Start(env, observation, mask);

    /// <summary>Adds a transition; see <see cref="ReplayBuffer.Add"/>.</summary>
    public void Add(
        int env, ReadOnlySpan<float> action, StepOutcome outcome, ReadOnlySpan<float> next, ReadOnlySpan<bool> mask) =>
        _ = priorities?.Add(env, action, outcome, next, mask) ?? buffer.Add(env, action, outcome, next, mask);

    /// <summary>Draws transitions.</summary>
    /// <param name="batch">Filled.</param>
    /// <param name="progress">The part of the run that is done, 0 to 1.</param>
    /// <param name="rng">Draws.</param>
    public void Sample(TransitionBatch batch, double progress, Rng rng)
    {
        if (priorities is not null)
        {
            priorities.Sample(batch, window, options.PriorityBeta.At(progress), rng);
        }
        else if (hindsight is not null)
        {
            hindsight.Sample(batch, options.Gamma, rng);
        }
        else
        {
            buffer.Sample(batch, window, rng);
        }

        if (mirror is not null)
        {
            TurnHalf(batch, mirror, rng);
        }

        Normalizer?.Apply(batch.Observations, batch.Observations);
        Normalizer?.Apply(batch.NextObservations, batch.NextObservations);
    }

    /// <summary>Notes what was learned from transitions, where that decides how often they are drawn.</summary>
    public void Learned(ReadOnlySpan<int> slots, ReadOnlySpan<float> errors) => priorities?.Update(slots, errors);

    private static void TurnHalf(TransitionBatch batch, Mirror mirror, Rng rng)
    {
        int size = batch.Observations.Length / batch.Count;
        for (int row = 0; row < batch.Count; row++)
        {
            if (rng.Random() >= 0.5)
            {
                mirror.Turn(batch.Observations.Slice(row * size, size));
                mirror.Turn(batch.NextObservations.Slice(row * size, size));
                batch.Actions[row] = mirror.Turned(batch.Actions[row]);
            }
        }
    }

    /// <summary>Reads or writes all transitions and their priorities.</summary>
    public void SyncState(StateSync sync)
    {
        buffer.SyncState(sync);
        priorities?.SyncState(sync);
        Normalizer?.SyncState(sync);
    }
}
