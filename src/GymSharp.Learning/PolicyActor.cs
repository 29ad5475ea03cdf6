namespace GymSharp.Learning;

/// <summary>A policy that acts in an environment.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">Where to act.</param>
/// <param name="policy">What to do.</param>
public sealed class PolicyActor<TObservation, TAction>(
    Env<TObservation, TAction> env, IPolicy<TObservation, TAction> policy) : IActor
    where TObservation : notnull
    where TAction : notnull
{
    /// <inheritdoc/>
    public IEnumerable<PlayedStep> Play(ulong? seed = null)
    {
        (TObservation observation, _) = env.Reset(seed);
        PlayedStep played;
        do
        {
            Step<TObservation> step = env.Step(policy.Act(observation));
            observation = step.Observation;
            played = new(step.Reward, step.Terminated, step.Truncated, step.Info);
            yield return played;
        }
        while (!played.Done);
    }
}
