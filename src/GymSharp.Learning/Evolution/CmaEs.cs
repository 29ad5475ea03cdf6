using System.Numerics.Tensors;
using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>
/// CMA-ES: draws weights around a mean, moves the mean to the better half, and learns step size and covariances from
/// where it went. Needs no gradient of the policy.
/// </summary>
/// <remarks>
/// <c>m ← m + σ Σ w_i y_i</c> over the better half, <c>y_i ~ N(0, C)</c>; C grows along the path of the mean (rank one)
/// and along the better draws (rank μ), σ as the path is longer or shorter than chance would have it. Hansen (2016),
/// "The CMA Evolution Strategy: A Tutorial", figure 6 and table 1, without negative weights.
/// </remarks>
public sealed class CmaEs : ILearner, IHasNetworks, IHasPolicyGraph
{
    // Covariances of more weights than this take more time than the trials do.
    private const int LargestFull = 1000;

    // A little of the old covariances always stays, so that they keep their rank.
    private const double MostForgotten = 0.99;

    private readonly TrainingEnv env;
    private readonly LearnerSetup setup;
    private readonly ActorCriticNetwork network;
    private readonly PolicyTrials trials;
    private readonly ActorCriticPolicy policy;
    private readonly Rng rng;
    private readonly int[] places;
    private readonly double[] weights;
    private readonly double[] mean;
    private readonly double[] sigmaPath;
    private readonly double[] covariancePath;
    private readonly double[][] standard;
    private readonly double[][] changes;
    private readonly CovarianceShape covariance;
    private readonly UpdateMetrics metrics = new("return_mean", "return_best", "sigma", "step_size");
    private double sigma;
    private int generation;

    /// <summary>Prepares to learn.</summary>
    /// <param name="env">Environments, each of which tries one policy at a time; disposed with the learner.</param>
    /// <param name="options">Options of the algorithm.</param>
    /// <param name="setup">Seed, planned length of the run.</param>
    public CmaEs(TrainingEnv env, CmaEsOptions options, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        this.env = env;
        this.setup = setup;
        env.Normalize(options.Gamma, options.ScalesObservations, rewards: false);

        Rng[] streams = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]).Spawn(2);
        rng = streams[1];
        network = new ActorCriticNetwork(env, options with { SharedNetwork = false }, streams[0]);
        bool[] isActor = PolicyTrials.ActorWeights(network);
        places = [.. Enumerable.Range(0, isActor.Length).Where(place => isActor[place])];
        int population = options.Population ?? 4 + (int)(3 * Math.Log(places.Length));
        trials = new PolicyTrials(env, network, options.ActionMasks, population, mirrored: false)
        {
            Episodes = options.Episodes,
        };

        weights = Recombination(population);
        mean = [.. places.Select(place => (double)network.Parameters.Values[place])];
        sigma = options.Sigma;
        sigmaPath = new double[places.Length];
        covariancePath = new double[places.Length];
        standard = Rows(population);
        changes = Rows(population);
        covariance = options.Separable ?? places.Length > LargestFull
            ? new DiagonalCovariance(places.Length)
            : new FullCovariance(places.Length);
        policy = new ActorCriticPolicy(network, env.ObservationSize, options.ActionMasks);
        Agent = new PolicyAgent(policy, env.ObservationNormalizer);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterSet> Networks =>
        new Dictionary<string, ParameterSet>(StringComparer.Ordinal) { ["policy"] = network.Parameters };

    /// <inheritdoc/>
    public PolicyGraph Graph =>
        new(network.Parameters, env.ObservationSize, env.ObservationNormalizer, network.Outputs);

    // μ_eff: how many equal weights would average as much noise away.
    private double EffectiveParents => 1 / TensorPrimitives.SumOfSquares<double>(weights);

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        env.Start(setup.Seed);
        while (true)
        {
            Draw();
            trials.Run(sigma);
            int[] best = [.. Enumerable.Range(0, changes.Length)
                .OrderByDescending(k => trials.Returns[k])
                .Take(weights.Length)];
            Adapt(best);
            yield return env.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(rng);
        network.SyncState(sync);
        sync.Sync(mean.AsSpan());
        sync.Sync(ref sigma);
        sync.Sync(ref generation);
        sync.Sync(sigmaPath.AsSpan());
        sync.Sync(covariancePath.AsSpan());
        covariance.SyncState(sync);
        env.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        env.Dispose();
        trials.Dispose();
        policy.Dispose();
        network.Dispose();
    }

    // Better draws count more; the worse half not at all.
    private static double[] Recombination(int population)
    {
        double middle = Math.Log((population + 1) / 2.0);
        double[] raw = [.. Enumerable.Range(1, population / 2).Select(rank => middle - Math.Log(rank))];
        double sum = raw.Sum();
        return [.. raw.Select(weight => weight / sum)];
    }

    private double[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[places.Length])];

    private void Draw()
    {
        for (int k = 0; k < changes.Length; k++)
        {
            covariance.Draw(rng, standard[k], changes[k]);
            for (int i = 0; i < places.Length; i++)
            {
                trials.Changes[k][places[i]] = (float)changes[k][i];
            }
        }
    }

    private void Adapt(int[] best)
    {
        int n = places.Length;
        double parents = EffectiveParents;
        double[] step = Weighted(changes, best);
        TensorPrimitives.MultiplyAdd<double>(step, sigma, mean, mean);

        // The path of the step size, in coordinates where C is round.
        double pathRate = (parents + 2) / (n + parents + 5);
        Follow(sigmaPath, pathRate, Weighted(standard, best));
        double expected = Math.Sqrt(n) * (1 - (1 / (4.0 * n)) + (1 / (21.0 * n * n)));
        double length = TensorPrimitives.Norm<double>(sigmaPath);
        double settled = Math.Sqrt(1 - Math.Pow(1 - pathRate, 2 * (generation + 1)));

        // While the path is far too long, σ lags behind, and the covariances would be learned from its lag.
        bool isSteady = length / settled < (1.4 + (2 / (n + 1.0))) * expected;
        AdaptCovariance(best, isSteady, step);
        double damping = 1 + (2 * Math.Max(0, Math.Sqrt((parents - 1) / (n + 1)) - 1)) + pathRate;
        double tried = sigma;
        sigma *= Math.Exp(pathRate / damping * ((length / expected) - 1));
        generation++;
        Publish();

        metrics.Clear();
        metrics.Add(0, trials.Returns.Average());
        metrics.Add(1, trials.Returns.Max());
        metrics.Add(2, sigma);
        metrics.Add(3, tried * TensorPrimitives.Norm<double>(step));
    }

    private void AdaptCovariance(int[] best, bool isSteady, double[] step)
    {
        double n = places.Length;
        double parents = EffectiveParents;
        double pathRate = (4 + (parents / n)) / (n + 4 + (2 * parents / n));
        Follow(covariancePath, pathRate, isSteady ? step : new double[step.Length]);
        double factor = covariance.LearningFactor;
        double one = Math.Min(MostForgotten / 2, factor * 2 / (((n + 1.3) * (n + 1.3)) + parents));
        double many = Math.Min(
            MostForgotten - one, factor * 2 * (parents - 2 + (1 / parents)) / (((n + 2) * (n + 2)) + parents));
        double missing = isSteady ? 0 : one * pathRate * (2 - pathRate);
        covariance.Scale(1 - one - many + missing);
        covariance.Add(one, covariancePath);
        for (int i = 0; i < best.Length; i++)
        {
            covariance.Add(many * weights[i], changes[best[i]]);
        }
    }

    // Keeps the length of a path of independent steps as it is.
    private void Follow(double[] path, double rate, double[] step)
    {
        double share = Math.Sqrt(rate * (2 - rate) * EffectiveParents);
        TensorPrimitives.Multiply<double>(path, 1 - rate, path);
        TensorPrimitives.MultiplyAdd<double>(step, share, path, path);
    }

    private double[] Weighted(double[][] rows, int[] best)
    {
        double[] sum = new double[places.Length];
        for (int i = 0; i < best.Length; i++)
        {
            TensorPrimitives.MultiplyAdd<double>(rows[best[i]], weights[i], sum, sum);
        }

        return sum;
    }

    private void Publish()
    {
        for (int i = 0; i < places.Length; i++)
        {
            network.Parameters.Values[places[i]] = (float)mean[i];
        }

        network.Parameters.MarkChanged();
    }
}
