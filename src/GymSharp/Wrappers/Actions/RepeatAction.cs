namespace GymSharp.Wrappers;

/// <summary>Takes each action several times, adds the rewards, and shows the last observation.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class RepeatAction<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="numRepeats">How often each action is taken, at least 1; less where the episode ends.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numRepeats"/> is not positive.</exception>
    public RepeatAction(Env<TObservation, TAction> env, int numRepeats)
        : base(env)
    {
        if (numRepeats < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(numRepeats),
                $"The number of repeats needs to be equal or greater than one, actual value: {numRepeats}.");
        }

        NumRepeats = numRepeats;
    }

    /// <summary>How often each action is taken.</summary>
    public int NumRepeats { get; }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => Wrapped.Reset(seed, options, reuse);

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        double total = 0.0;
        Step<TObservation> step = default;
        for (int i = 0; i < NumRepeats && !step.Done; i++)
        {
            step = Wrapped.Step(action, reuse);
            total += step.Reward;
        }

        return step with { Reward = total };
    }
}
