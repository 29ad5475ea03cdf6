using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Learning.Views;

/// <summary>An environment seen as a table: observations and actions are numbers from 0.</summary>
public static class TabularView
{
    /// <summary>Views an environment as a table.</summary>
    /// <param name="env">An environment with Discrete actions.</param>
    /// <param name="bins">Bins per dimension where the observations are a Box.</param>
    /// <exception cref="ArgumentException">The actions are not Discrete, or the observations cannot be
    /// numbered.</exception>
    public static Env<int, int> Of(Env env, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env is Env<int, int> { ObservationSpace: Discrete { Start: 0 } } tabular
            && tabular.ActionSpace is Discrete { Start: 0 }
            ? tabular
            : env.Accept(new Builder(bins));
    }

    private sealed class Builder(int bins) : IEnvVisitor<Env<int, int>>
    {
        public Env<int, int> Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => env is Env<TObservation, int> { ActionSpace: Discrete actions } discrete
                ? new View<TObservation>(discrete, StateIndexer.For(env.ObservationSpace, bins), actions)
                : throw new ArgumentException(
                    $"Tabular algorithms need Discrete actions; {env} has {env.ActionSpace}. "
                    + "Put a DiscretizeAction wrapper around it, or use an algorithm for continuous actions.",
                    nameof(env));
    }

    private sealed class View<TObservation>(Env<TObservation, int> env, StateIndexer indexer, Discrete actions)
        : Wrapper<int, int, TObservation, int>(env)
        where TObservation : notnull
    {
        private TObservation? last;

        public override Space<int> ObservationSpace { get; } = new Discrete(indexer.Count);

        public override Space<int> ActionSpace { get; } = new Discrete(actions.N);

        protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            (TObservation observation, Info info) = Wrapped.Reset(seed, options);
            return (indexer.IndexOf(observation), info);
        }

        protected override Step<int> OnStep(int action, int reuse)
        {
            Step<TObservation> step = Wrapped.Step(action + actions.Start, last);
            last = step.Observation;
            return new(indexer.IndexOf(step.Observation), step.Reward, step.Terminated, step.Truncated, step.Info);
        }
    }
}
