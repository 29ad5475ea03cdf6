using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Tests.Wrappers;

/// <summary>Plays back a script of resets and steps, and demands the actions of the script.</summary>
/// <remarks>Observations are written into given memory where they are arrays, as fast environments do.</remarks>
internal sealed class ScriptedEnv<TObservation, TAction>(
    Space<TObservation> observationSpace, Space<TAction> actionSpace, IReadOnlyList<ScriptedResult> script)
    : Env<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private int position;

    /// <summary>Numbers that a reset draws, like the environment that was recorded.</summary>
    public int DrawsPerReset { get; init; }

    /// <summary>Numbers that a step draws.</summary>
    public int DrawsPerStep { get; init; }

    public EnvSpec? GivenSpec { get; init; }

    /// <summary>Whether all was played.</summary>
    public bool IsOver => position == script.Count;

    public bool IsDisposed { get; private set; }

    public override EnvSpec? Spec => GivenSpec;

    public override Space<TObservation> ObservationSpace => observationSpace;

    public override Space<TAction> ActionSpace => actionSpace;

    public override RenderMode RenderMode => RenderMode.RgbArray;

    public override EnvMetadata Metadata { get; } = new([RenderMode.RgbArray], 50);

    public override Frame? Render() => new(2, 1, [(byte)position, 1, 2, 3, 4, 5]);

    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options, TObservation? reuse)
    {
        Reseed(seed);
        Draw(DrawsPerReset);
        ScriptedResult next = script[position++];
        Assert.True(next.IsReset, "the script has a step where a reset was called");
        return (Write(next.Observation, reuse), next.Info);
    }

    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        ScriptedResult next = script[position++];
        Assert.False(next.IsReset, "the script has a reset where a step was called");
        if (next.Action is not null)
        {
            Assert.Equal(next.Action, action);
        }

        Draw(DrawsPerStep);
        return new(Write(next.Observation, reuse), next.Reward, next.Terminated, next.Truncated, next.Info);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref position);
        sync.Sync(Rng);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private static TObservation Write(object observation, TObservation? reuse)
    {
        if (observation is Array source && source is not object[])
        {
            Array target = reuse as Array ?? (Array)source.Clone();
            Array.Copy(source, target, source.Length);
            return (TObservation)(object)target;
        }

        return (TObservation)observation;
    }

    private void Draw(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Rng.Random();
        }
    }
}
