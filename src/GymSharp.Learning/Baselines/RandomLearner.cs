using GymSharp.State;

namespace GymSharp.Learning.Baselines;

/// <summary>Plays random episodes and learns nothing; shows what a task pays to chance.</summary>
public sealed class RandomLearner : ILearner
{
    private readonly Env env;
    private readonly IActor actor;
    private readonly ulong seed;
    private bool started;
    private long steps;
    private long episodes;

    /// <summary>Prepares to play.</summary>
    /// <param name="env">Any environment; disposed with the learner.</param>
    /// <param name="setup">Seed of the run.</param>
    public RandomLearner(Env env, LearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(env);
        this.env = env;
        seed = setup.Seed;
        Agent = new RandomAgent(seed);
        actor = Agent.On(env);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        while (true)
        {
            EpisodeResult result = actor.PlayEpisode(started ? null : seed);
            started = true;
            steps += result.Length;
            episodes++;
            yield return new(steps, episodes, result.Return, result.Length, []);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref started);
        sync.Sync(ref steps);
        sync.Sync(ref episodes);
        sync.Sync(env.ActionSpace.Rng);
        byte[] state = sync.IsReading ? [] : env.SaveState();
        sync.Sync(ref state);
        if (sync.IsReading)
        {
            env.RestoreState(state);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => env.Dispose();
}
