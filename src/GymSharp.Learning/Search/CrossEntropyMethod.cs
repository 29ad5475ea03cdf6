using GymSharp.State;

namespace GymSharp.Learning.Search;

/// <summary>
/// The cross-entropy method: draws weights from a normal distribution and fits it to the best of them.
/// </summary>
/// <remarks>
/// Each generation draws <c>w_i ~ N(μ, σ² + z_t)</c>, plays, and sets μ and σ to mean and deviation of the elite, where
/// the added variance <c>z_t = z_0 max(1 − t/T, 0)</c> keeps it from shrinking too soon. Rubinstein (1999); the noise
/// schedule is that of Szita and Lőrincz (2006), "Learning Tetris using the noisy cross-entropy method".
/// </remarks>
public sealed class CrossEntropyMethod : ILearner
{
    private readonly CrossEntropyOptions options;
    private readonly PolicySearch search;
    private double[] mean;
    private double[] deviation;
    private int generation;

    /// <summary>Prepares to search.</summary>
    /// <param name="env">An environment with flat observations and Discrete or Box actions; disposed with the
    /// learner.</param>
    /// <param name="options">Options of the method.</param>
    /// <param name="setup">Seed and planned length of the run.</param>
    public CrossEntropyMethod(Env env, CrossEntropyOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        search = new PolicySearch(env, setup);
        mean = new double[search.Size];
        deviation = new double[search.Size];
        Array.Fill(deviation, options.InitialDeviation);
        Agent = new LinearAgent(search.Best);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        int elites = Math.Max(1, (int)Math.Round(options.Population * options.EliteFraction));
        double[][] candidates = new double[options.Population][];
        double[] returns = new double[options.Population];
        while (!(search.BestReturn >= options.StopAtReturn))
        {
            double extra = options.ExtraVariance * Math.Max(0, 1 - ((double)generation / options.NoiseGenerations));
            for (int i = 0; i < candidates.Length; i++)
            {
                candidates[i] = Draw(extra);
                returns[i] = search.Try(candidates[i], options.Episodes);
            }

            int[] order = [.. Enumerable.Range(0, candidates.Length).OrderByDescending(i => returns[i])];
            Fit([.. order.Take(elites).Select(i => candidates[i])]);
            generation++;

            double meanReturn = search.Try(mean, 10 * options.Episodes);
            if (meanReturn >= search.BestReturn)
            {
                search.Keep(mean, meanReturn);
            }

            yield return search.Report(
                new("generation", generation), new("mean_return", meanReturn), new("deviation", deviation.Average()));
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        search.SyncState(sync);
        sync.Sync(ref mean);
        sync.Sync(ref deviation);
        sync.Sync(ref generation);
    }

    /// <inheritdoc/>
    public void Dispose() => search.Dispose();

    private double[] Draw(double extraVariance)
    {
        double[] weights = new double[mean.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            double spread = Math.Sqrt((deviation[i] * deviation[i]) + extraVariance);
            weights[i] = mean[i] + (spread * search.Rng.StandardNormal());
        }

        return weights;
    }

    private void Fit(double[][] elite)
    {
        for (int i = 0; i < mean.Length; i++)
        {
            double average = elite.Average(weights => weights[i]);
            mean[i] = average;
            deviation[i] = Math.Sqrt(elite.Average(weights => (weights[i] - average) * (weights[i] - average)));
        }
    }
}
