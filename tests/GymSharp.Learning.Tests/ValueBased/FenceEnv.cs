using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Two places and three actions, of which 1 is forbidden everywhere and 2 in the second place; whoever does so all the
/// same is thrown out. Action 0 leads from the first place to the second, and from there to a reward of 1 and the end;
/// action 2 ends the episode with nothing.
/// </summary>
/// <param name="entries">Entries of its masks; 3, as there are actions, or more.</param>
internal sealed class FenceEnv(int entries) : Env<int, int>
{
    private readonly Info[] infos = [Mask(entries, 1, 0, 1), Mask(entries, 1, 0, 0)];

    private int place;

    public override RenderMode RenderMode => RenderMode.None;

    public override EnvMetadata Metadata => EnvMetadata.None;

    public override Space<int> ObservationSpace { get; } = new Discrete(2);

    public override Space<int> ActionSpace { get; } = new Discrete(3);

    /// <summary>How it is made, with a limit of steps or none.</summary>
    public static EnvSpec Registration(int? limit = null, int entries = 3) =>
        new("Fence-v0", _ => new FenceEnv(entries)) { MaxEpisodeSteps = limit };

    public override Frame? Render() => null;

    protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        place = 0;
        return (place, infos[place]);
    }

    protected override Step<int> OnStep(int action, int reuse)
    {
        if (action == 1 || (action == 2 && place == 1))
        {
            throw new InvalidOperationException($"Action {action} is forbidden in place {place}.");
        }

        if (action == 2 || place == 1)
        {
            return new(place, place, true, false, infos[place]);
        }

        place = 1;
        return new(place, 0, false, false, infos[place]);
    }

    protected override void SyncState(StateSync sync) => sync.Sync(ref place);

    private static Info Mask(int entries, params sbyte[] allowed)
    {
        Array.Resize(ref allowed, entries);
        return Info.Of("action_mask", allowed);
    }
}
