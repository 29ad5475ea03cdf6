using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>Shows a Dict of a Discrete and a Box, takes a Box action, and tells different things in its infos.</summary>
internal sealed class MixedEnv(int number) : Env<DictValue, float[]>
{
    private int steps;

    public override Space<DictValue> ObservationSpace { get; } = new DictSpace(
        ("choice", new Discrete(50)), ("place", new Box<float>(-9f, 9f, 2)));

    public override Space<float[]> ActionSpace { get; } = new Box<float>(-1f, 1f, 2);

    protected override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        steps = 0;
        return (Show(0, 0), Info.Of("weight", number == 0 ? (object)1 : 0.75));
    }

    protected override Step<DictValue> OnStep(float[] action, DictValue? reuse)
    {
        steps++;
        Info info = new(new("name", $"env {number}"), new("inner", Info.Of("step", steps)));
        if (number == 1)
        {
            info = info.With("only", new short[] { 4, 5 });
        }

        return new(Show(action[0], action[1]), action[0] + action[1], steps >= 3, false, info);
    }

    protected override void SyncState(StateSync sync) => sync.Sync(ref steps);

    private DictValue Show(float x, float y) => new(
        ("choice", (number * 10) + steps), ("place", new[] { x, y }));
}
