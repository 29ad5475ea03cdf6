namespace GymSharp.Learning.Baselines;

/// <summary>Takes samples of the action space: the yardstick of every other agent.</summary>
/// <param name="seed">Seeds the action space of each environment it is put into.</param>
public sealed class RandomAgent(ulong seed) : IAgent
{
    /// <inheritdoc/>
    public IActor On(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env.Accept(new Builder(seed));
    }

    private sealed class Builder(ulong seed) : IEnvVisitor<IActor>
    {
        public IActor Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            env.ActionSpace.Seed(seed);
            return new PolicyActor<TObservation, TAction>(env, new Policy<TObservation, TAction>(env));
        }
    }

    private sealed class Policy<TObservation, TAction>(Env<TObservation, TAction> env) : IPolicy<TObservation, TAction>
        where TObservation : notnull
        where TAction : notnull
    {
        public TAction Act(TObservation observation) => env.ActionSpace.Sample();
    }
}
