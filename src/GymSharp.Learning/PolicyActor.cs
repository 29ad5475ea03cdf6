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
    public EpisodeResult PlayEpisode(ulong? seed = null)
    {
        (TObservation observation, _) = env.Reset(seed);
        double sum = 0;
        for (int length = 1; ; length++)
        {
            Step<TObservation> step = env.Step(policy.Act(observation));
            observation = step.Observation;
            sum += step.Reward;
            if (step.Done)
            {
                return new(sum, length);
            }
        }
    }
}
