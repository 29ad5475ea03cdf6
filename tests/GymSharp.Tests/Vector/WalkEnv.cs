using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>
/// A random walk in three numbers. Ends after a drawn number of steps; every fifth episode is cut off instead of ended.
/// </summary>
internal sealed class WalkEnv : Env<float[], int>
{
    private static readonly Info StepInfo = Info.Of("kind", 1);
    private readonly float[] position = new float[3];
    private int steps;
    private int length;
    private int episodes;

    /// <summary>Throws in step number so many of an episode; 0 never.</summary>
    public int FailAtStep { get; init; }

    public override Space<float[]> ObservationSpace { get; } = new Box<float>(-100f, 100f, 3);

    public override Space<int> ActionSpace { get; } = new Discrete(3);

    public bool IsDisposed { get; private set; }

    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, float[]? reuse)
    {
        double spread = options.Get("spread", 1.0);
        Reseed(seed);
        for (int i = 0; i < position.Length; i++)
        {
            position[i] = (float)Rng.Uniform(-spread, spread);
        }

        length = (int)Rng.Integers(3, 9);
        steps = 0;
        episodes++;
        return (Show(reuse), Info.Empty);
    }

    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        if ((uint)action > 2)
        {
            throw new InvalidActionException($"The action {action} is not 0, 1 or 2.");
        }

        if (++steps == FailAtStep)
        {
            throw new InvalidOperationException("The walk stumbled.");
        }

        for (int i = 0; i < position.Length; i++)
        {
            position[i] += (float)((action - 1) * Rng.Random());
        }

        bool isOver = steps >= length;
        bool isCut = episodes % 5 == 0;
        return new(Show(reuse), position[0], isOver && !isCut, isOver && isCut, StepInfo);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(position.AsSpan());
        sync.Sync(ref steps);
        sync.Sync(ref length);
        sync.Sync(ref episodes);
        sync.Sync(Rng);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private float[] Show(float[]? reuse)
    {
        float[] observation = reuse ?? new float[3];
        position.CopyTo(observation, 0);
        return observation;
    }
}
