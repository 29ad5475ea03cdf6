using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Testing;

/// <summary>A corridor of seven cells: start in the middle, the right end pays 1, both ends finish.</summary>
public sealed class Corridor : Env<int, int>
{
    private int cell = -1;

    public override Space<int> ObservationSpace { get; } = new Discrete(7);

    public override Space<int> ActionSpace { get; } = new Discrete(2);

    protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        cell = 3;
        return (cell, Info.Empty);
    }

    protected override Step<int> OnStep(int action, int reuse)
    {
        if (action is not (0 or 1))
        {
            throw new InvalidActionException($"The action {action} is not in {ActionSpace}: 0 goes left, 1 goes right.");
        }

        cell += action == 0 ? -1 : 1;
        return new(cell, cell == 6 ? 1 : 0, Terminated: cell is 0 or 6, Truncated: false, Info.Empty);
    }

    // Saves and restores in one method, so that runs with this environment can be resumed.
    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref cell);
        sync.Sync(Rng);
    }
}
