using GymSharp.Randomness;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.Tabular;

/// <summary>
/// What every tabular learner carries along: environment, table, generator, counters. Holds no algorithm.
/// </summary>
internal sealed class TabularRun : IDisposable
{
    private readonly ulong seed;
    private readonly Schedules.Schedule epsilon;
    private readonly Schedules.Schedule stepSize;
    private bool started;
    private long steps;
    private long episodes;
    private double episodeReturn;
    private int episodeLength;
    private double squaredError;

    public TabularRun(Env<int, int> env, TabularOptions options, LearnerSetup setup)
    {
        Env = env;
        Options = options;
        seed = setup.Seed;
        epsilon = options.Epsilon(setup.Steps);
        stepSize = options.StepSize(setup.Steps);
        Values = new ActionValues(
            ((Discrete)env.ObservationSpace).N, ((Discrete)env.ActionSpace).N, options.InitialValue);
        Rng = new Rng(new SeedSequence(setup.Seed).Spawn(1)[0]);
    }

    public Env<int, int> Env { get; }

    public TabularOptions Options { get; }

    public ActionValues Values { get; }

    public Rng Rng { get; }

    public double Epsilon => epsilon.At(steps);

    public double StepSize => stepSize.At(steps);

    /// <summary>Starts an episode; only the first one is seeded.</summary>
    public int Reset()
    {
        (int state, _) = Env.Reset(started ? null : seed);
        started = true;
        episodeReturn = 0;
        episodeLength = 0;
        squaredError = 0;
        return state;
    }

    public Step<int> Step(int action)
    {
        Step<int> step = Env.Step(action);
        steps++;
        episodeLength++;
        episodeReturn += step.Reward;
        return step;
    }

    /// <summary>Moves a value towards its target: <c>Q ← Q + α (target − Q)</c>.</summary>
    public void Update(int state, int action, double target)
    {
        ref double value = ref Values[state, action];
        double error = target - value;
        value += StepSize * error;
        squaredError += error * error;
    }

    public LearningReport EndEpisode()
    {
        episodes++;
        return new(steps, episodes, episodeReturn, episodeLength,
        [
            new("epsilon", Epsilon),
            new("td_error_rms", Math.Sqrt(squaredError / Math.Max(1, episodeLength))),
        ]);
    }

    public void SyncState(StateSync sync)
    {
        sync.Sync(ref started);
        sync.Sync(ref steps);
        sync.Sync(ref episodes);
        sync.Sync(Rng);
        Values.SyncState(sync);
        byte[] state = sync.IsReading ? [] : Env.SaveState();
        sync.Sync(ref state);
        if (sync.IsReading)
        {
            Env.RestoreState(state);
        }
    }

    public void Dispose() => Env.Dispose();
}
