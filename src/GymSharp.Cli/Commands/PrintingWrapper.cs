using GymSharp.Wrappers;

namespace GymSharp.Cli.Commands;

/// <summary>
/// Puts a wrapper around an environment that prints each reset and step, and ends the last episode at a number of
/// steps.
/// </summary>
internal sealed class PrintingWrapper(RolloutWriter writer, int steps, string environment, Func<ResetOptions> options)
    : IEnvVisitor<Env>
{
    public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull => new Printed<TObservation, TAction>(env, writer, steps, environment, options);

    private sealed class Printed<TObservation, TAction>(
        Env<TObservation, TAction> env,
        RolloutWriter writer,
        int steps,
        string environment,
        Func<ResetOptions> options)
        : Wrapper<TObservation, TAction>(env)
        where TObservation : notnull
        where TAction : notnull
    {
        protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions _)
        {
            ResetOptions given = options();
            (TObservation Observation, Info Info) result = Wrapped.Reset(seed, given);
            given.ExpectAllAsked(environment);
            writer.WriteReset(Wrapped, seed, result.Observation, result.Info);
            return result;
        }

        protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
        {
            Step<TObservation> step = Wrapped.Step(action, reuse);
            writer.WriteStep(
                Wrapped, action, new(step.Observation, step.Reward, step.Terminated, step.Truncated, step.Info));
            return writer.Steps < steps ? step : step with { Truncated = true };
        }
    }
}
