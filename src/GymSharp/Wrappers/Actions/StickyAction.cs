using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Now and then repeats the action before instead of taking the one it is given, for one step or several.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Machado et al., "Revisiting the Arcade Learning Environment" (2018), section 5.2. Draws from the environment's own
/// generator: one number per step that is not a repetition, from the second step on, and one more at the start of
/// repetitions of random duration.
/// </remarks>
public sealed class StickyAction<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private TAction? lastAction;
    private bool hasLastAction;
    private bool isSticky;
    private long repeats;
    private long repeatsTaken;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="repeatActionProbability">How often repetitions start, in [0, 1).</param>
    /// <param name="minRepeats">Shortest duration of repetitions in steps, at least 1.</param>
    /// <param name="maxRepeats">Longest duration in steps; leave it out for the shortest.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public StickyAction(
        Env<TObservation, TAction> env, double repeatActionProbability, int minRepeats = 1, int? maxRepeats = null)
        : base(env)
    {
        if (!(repeatActionProbability >= 0.0 && repeatActionProbability < 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(repeatActionProbability),
                "The probability of repeating the action should be in the interval [0, 1). Received "
                + $"{repeatActionProbability}.");
        }

        int longest = maxRepeats ?? minRepeats;
        if (minRepeats > longest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxRepeats),
                $"The shortest duration must not exceed the longest. Received ({minRepeats}, {longest}).");
        }

        if (minRepeats < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(minRepeats), $"Repetitions should last 1 step or more. Received ({minRepeats}, {longest}).");
        }

        RepeatActionProbability = repeatActionProbability;
        MinRepeats = minRepeats;
        MaxRepeats = longest;
    }

    /// <summary>How often repetitions start.</summary>
    public double RepeatActionProbability { get; }

    /// <summary>Shortest duration of repetitions in steps.</summary>
    public int MinRepeats { get; }

    /// <summary>Longest duration of repetitions in steps.</summary>
    public int MaxRepeats { get; }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        hasLastAction = false;
        isSticky = false;
        repeats = 0;
        repeatsTaken = 0;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        lastAction = ObservationMemory.Copy(Choose(action), lastAction);
        hasLastAction = true;
        return Wrapped.Step(lastAction, reuse);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        ValueSync.SyncOptional(sync, ActionSpace, ref hasLastAction, ref lastAction);
        sync.Sync(ref isSticky);
        sync.Sync(ref repeats);
        sync.Sync(ref repeatsTaken);
    }

    private TAction Choose(TAction action)
    {
        if (!isSticky && !(hasLastAction && Rng.Random() < RepeatActionProbability))
        {
            return action;
        }

        if (repeats == 0)
        {
            repeats = Rng.Integers(MinRepeats, MaxRepeats + 1L);
        }

        repeatsTaken++;
        isSticky = repeats != repeatsTaken;
        if (!isSticky)
        {
            repeats = 0;
            repeatsTaken = 0;
        }

        return lastAction!;
    }
}
