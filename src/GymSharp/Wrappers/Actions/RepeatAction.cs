namespace GymSharp.Wrappers;

/// <summary>Takes each action several times, adds the rewards, and shows the last observation.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// The observations in between are not made where the environment is one of <see cref="IObservesLate{TObservation}"/>
/// and has no wrappers but those of <c>Gym.Make</c>.
/// </remarks>
public sealed class RepeatAction<TObservation, TAction> : Wrapper<TObservation, TAction>, IRepeatsAction
    where TObservation : notnull
    where TAction : notnull
{
    private readonly IObservesLate<TObservation>? late;

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
        late = Unseen(env);
    }

    /// <summary>How often each action is taken.</summary>
    public int NumRepeats { get; }

    /// <inheritdoc/>
    public Action? BetweenSteps { get; set; }

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
        for (int left = NumRepeats - 1; left > 0; left--)
        {
            Step<TObservation> passing = StepUnobserved(action, reuse);
            total += passing.Reward;
            if (passing.Done)
            {
                TObservation last = late is null ? passing.Observation : late.Observe(reuse);
                return passing with { Observation = last, Reward = total };
            }

            BetweenSteps?.Invoke();
        }

        Step<TObservation> step = Wrapped.Step(action, reuse);
        return step with { Reward = total + step.Reward };
    }

    private Step<TObservation> StepUnobserved(TAction action, TObservation? reuse)
    {
        if (late is null)
        {
            return Wrapped.Step(action, reuse);
        }

        late.IsUnobserved = true;
        try
        {
            return Wrapped.Step(action, reuse);
        }
        finally
        {
            late.IsUnobserved = false;
        }
    }

    // Other wrappers may look at every observation, or keep some.
    private static IObservesLate<TObservation>? Unseen(Env env)
    {
        Env below = env;
        while (below is TimeLimit<TObservation, TAction> or OrderEnforcing<TObservation, TAction>
            or PassiveEnvChecker<TObservation, TAction>)
        {
            below = below.Inner!;
        }

        return below as IObservesLate<TObservation>;
    }
}
