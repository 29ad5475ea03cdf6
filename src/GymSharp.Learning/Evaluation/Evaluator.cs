using System.Globalization;
using GymSharp.Wrappers;

namespace GymSharp.Learning.Evaluation;

/// <summary>Lets an agent play without learning.</summary>
public static class Evaluator
{
    /// <summary>
    /// Steps after which an episode is cut off, in training and evaluation alike, where the task itself has no time
    /// limit. A greedy agent that has not learned enough may walk into a wall for ever.
    /// </summary>
    public const int StepLimit = 10_000;

    /// <summary>Plays episodes and sums them up.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="env">Where it plays; not disposed.</param>
    /// <param name="episodes">Number of episodes, at least 1.</param>
    /// <param name="seed">Seeds the first episode; the others follow from it.</param>
    /// <param name="cancellation">Stops between two episodes.</param>
    public static EvaluationResult Run(
        IAgent agent, Env env, int episodes, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);
        ArgumentNullException.ThrowIfNull(env);

        IActor actor = agent.On(env.Spec?.MaxEpisodeSteps is null ? env.Accept(new Limiter()) : env);
        double[] returns = new double[episodes];
        long steps = 0;
        int? successes = null;
        for (int i = 0; i < episodes; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            PlayedStep last = default;
            foreach (PlayedStep step in actor.Play(i == 0 ? seed : null))
            {
                returns[i] += step.Reward;
                steps++;
                last = step;
            }

            if (last.Info is { } info
                && (info.TryGetValue("is_success", out object? success) || info.TryGetValue("success", out success)))
            {
                successes = (successes ?? 0) + (Convert.ToDouble(success, CultureInfo.InvariantCulture) > 0 ? 1 : 0);
            }
        }

        double mean = returns.Average();
        double deviation = Math.Sqrt(returns.Average(value => (value - mean) * (value - mean)));
        return new(mean, deviation, returns.Min(), returns.Max(), (double)steps / episodes, episodes)
        {
            SuccessRate = (double?)successes / episodes,
        };
    }

    private sealed class Limiter : IEnvVisitor<Env>
    {
        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new TimeLimit<TObservation, TAction>(env, StepLimit);
    }
}
