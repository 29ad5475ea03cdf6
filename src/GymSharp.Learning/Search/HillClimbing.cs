using GymSharp.State;

namespace GymSharp.Learning.Search;

/// <summary>
/// Hill climbing with adaptive noise: tries a neighbour of the best weights and goes there if it is not worse.
/// </summary>
/// <remarks>
/// <c>w' = w + σ ε</c> with normal ε. A success halves σ, to refine; a failure doubles it, to leave a plateau. Both
/// stay
/// between bounds. The best weights play again with each candidate, so that one lucky episode does not stay on top.
/// </remarks>
public sealed class HillClimbing : ILearner
{
    private readonly HillClimbingOptions options;
    private readonly PolicySearch search;
    private double noise;

    /// <summary>Prepares to climb.</summary>
    /// <param name="env">An environment with flat observations and Discrete or Box actions; disposed with the
    /// learner.</param>
    /// <param name="options">Options of the method.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    public HillClimbing(Env env, HillClimbingOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        search = new PolicySearch(env, setup);
        noise = options.Noise;
        Agent = new LinearAgent(search.Best);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        double[] weights = new double[search.Size];
        while (!(search.BestReturn >= options.StopAtReturn))
        {
            double best = search.Try(search.Best.Weights, options.Episodes);
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = search.Best.Weights[i] + (noise * search.Rng.StandardNormal());
            }

            double mean = search.Try(weights, options.Episodes);
            if (mean >= best)
            {
                search.Keep(weights, mean);
                noise = Math.Max(options.NoiseMin, noise / 2);
            }
            else
            {
                search.Keep(search.Best.Weights, best);
                noise = Math.Min(options.NoiseMax, noise * 2);
            }

            if (search.BestReturn >= options.StopAtReturn)
            {
                search.Keep(search.Best.Weights, search.Try(search.Best.Weights, options.ConfirmEpisodes));
            }

            yield return search.Report(new KeyValuePair<string, double>("noise", noise));
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        search.SyncState(sync);
        sync.Sync(ref noise);
    }

    /// <inheritdoc/>
    public void Dispose() => search.Dispose();
}
