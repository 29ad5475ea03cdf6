using GymSharp.Learning.Views;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Search;

/// <summary>
/// What every search over linear policies carries along: environment, best weights, generator, counters. Holds no
/// algorithm.
/// </summary>
internal sealed class PolicySearch : IDisposable
{
    private readonly Env<double[], double[]> env;
    private readonly PolicyActor<double[], double[]> actor;
    private readonly LinearPolicy candidate;
    private readonly ulong seed;
    private bool started;
    private long steps;
    private long episodes;
    private double returnSum;
    private long lengthSum;
    private int playedSinceReport;

    public PolicySearch(Env env, LearnerSetup setup)
    {
        this.env = LinearView.Of(env);
        int inputs = this.env.ObservationSpace.Shape![0];
        int outputs = this.env.ActionSpace.Shape![0];
        candidate = new LinearPolicy(inputs, outputs);
        Best = new LinearPolicy(inputs, outputs);
        actor = new(this.env, candidate);
        seed = setup.Seed;
        Rng = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]);
    }

    public LinearPolicy Best { get; }

    /// <summary>Mean return of the best weights where they were tried.</summary>
    public double BestReturn { get; private set; } = double.NegativeInfinity;

    public Rng Rng { get; }

    public int Size => Best.Weights.Length;

    /// <summary>Plays episodes with weights; returns the mean return.</summary>
    public double Try(double[] weights, int count)
    {
        candidate.Weights = weights;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            EpisodeResult result = actor.PlayEpisode(started ? null : seed);
            started = true;
            steps += result.Length;
            episodes++;
            sum += result.Return;
            lengthSum += result.Length;
            playedSinceReport++;
        }

        returnSum += sum;
        return sum / count;
    }

    public void Keep(double[] weights, double meanReturn)
    {
        Best.Weights = [.. weights];
        BestReturn = meanReturn;
    }

    public LearningReport Report(params KeyValuePair<string, double>[] metrics)
    {
        LearningReport report = new(
            steps, episodes,
            returnSum / Math.Max(1, playedSinceReport), (double)lengthSum / Math.Max(1, playedSinceReport),
            [new("best_return", BestReturn), .. metrics]);
        (returnSum, lengthSum, playedSinceReport) = (0, 0, 0);
        return report;
    }

    public void SyncState(StateSync sync)
    {
        sync.Sync(ref started);
        sync.Sync(ref steps);
        sync.Sync(ref episodes);
        sync.Sync(Rng);
        double best = BestReturn;
        sync.Sync(ref best);
        BestReturn = best;
        double[] weights = Best.Weights;
        sync.Sync(ref weights);
        Best.Weights = weights;
        byte[] state = sync.IsReading ? [] : env.SaveState();
        sync.Sync(ref state);
        if (sync.IsReading)
        {
            env.RestoreState(state);
        }
    }

    public void Dispose() => env.Dispose();
}
