using GymSharp.State;

namespace GymSharp.Learning.Search;

/// <summary>Random search: draws the weights of a linear policy anew each time and keeps the best.</summary>
/// <remarks>
/// A candidate is drawn from <c>U(−scale, scale)</c>, plays a few episodes and, if their mean reaches the best so far,
/// many more; it replaces the best when that mean is higher. Rastrigin (1963). Enough for CartPole, and the yardstick
/// that any cleverer method must beat.
/// </remarks>
public sealed class RandomSearch : ILearner
{
    private readonly RandomSearchOptions options;
    private readonly PolicySearch search;

    /// <summary>Prepares to search.</summary>
    /// <param name="env">An environment with flat observations and Discrete or Box actions; disposed with the
    /// learner.</param>
    /// <param name="options">Options of the method.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    public RandomSearch(Env env, RandomSearchOptions options, LearnerSetup setup)
    {
        this.options = options;
        search = new PolicySearch(env, setup);
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
            search.Rng.Uniform(-options.Scale, options.Scale, weights);
            double mean = search.Try(weights, options.Episodes);
            if (mean >= search.BestReturn)
            {
                double confirmed = search.Try(weights, options.ConfirmEpisodes);
                if (confirmed > search.BestReturn)
                {
                    search.Keep(weights, confirmed);
                }
            }

            yield return search.Report();
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync) => search.SyncState(sync);

    /// <inheritdoc/>
    public void Dispose() => search.Dispose();
}
