using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Testing;

public sealed class CorridorEnv : Env<int, int>
{
    private const int Length = 8;
    private int place;

    public override Space<int> ObservationSpace { get; } = new Discrete(Length);

    public override Space<int> ActionSpace { get; } = new Discrete(2);

    protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        place = (int)Rng.Integers(0, Length / 2);
        return (place, Info.Empty);
    }

    protected override Step<int> OnStep(int action, int reuse)
    {
        if (!ActionSpace.Contains(action))
        {
            throw new InvalidActionException($"{action} is no action here: 0 goes left, 1 goes right.");
        }

        bool slips = Rng.Random() < 0.1;
        place = Math.Clamp(place + ((action == 1) != slips ? 1 : -1), 0, Length - 1);
        bool arrived = place == Length - 1;
        return new(place, arrived ? 1 : -0.01, Terminated: arrived, Truncated: false, Info.Empty);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref place);
        sync.Sync(Rng);
    }
}
