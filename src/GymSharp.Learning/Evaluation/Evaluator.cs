namespace GymSharp.Learning.Evaluation;

/// <summary>Lets an agent play without learning.</summary>
public static class Evaluator
{
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
        IActor actor = agent.On(env);
        double[] returns = new double[episodes];
        long steps = 0;
        for (int i = 0; i < episodes; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            EpisodeResult result = actor.PlayEpisode(i == 0 ? seed : null);
            returns[i] = result.Return;
            steps += result.Length;
        }

        double mean = returns.Average();
        double deviation = Math.Sqrt(returns.Average(value => (value - mean) * (value - mean)));
        return new(mean, deviation, returns.Min(), returns.Max(), (double)steps / episodes, episodes);
    }
}
