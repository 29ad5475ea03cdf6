namespace GymSharp.Learning.Baselines;

/// <summary>Acts as the hand-written controller that an environment brings with it.</summary>
public sealed class HeuristicAgent : IAgent
{
    /// <summary>Whether an environment brings a controller.</summary>
    public static bool IsFor(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env.Accept(new Inquiry());
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The environment brings no controller.</exception>
    public IActor On(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env.Accept(new Builder());
    }

    private sealed class Inquiry : IEnvVisitor<bool>
    {
        public bool Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => env.Unwrapped is IHasHeuristic<TObservation, TAction> { HasHeuristic: true };
    }

    private sealed class Builder : IEnvVisitor<IActor>
    {
        public IActor Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull =>
            env.Unwrapped is IHasHeuristic<TObservation, TAction> { HasHeuristic: true } source
                ? new PolicyActor<TObservation, TAction>(env, new Policy<TObservation, TAction>(source))
                : throw new ArgumentException($"{env} brings no controller of its own.", nameof(env));
    }

    private sealed class Policy<TObservation, TAction>(IHasHeuristic<TObservation, TAction> source)
        : IPolicy<TObservation, TAction>
        where TObservation : notnull
        where TAction : notnull
    {
        private readonly Func<TObservation, TAction> choose = source.CreateHeuristic();

        public TAction Act(TObservation observation) => choose(observation);
    }
}
