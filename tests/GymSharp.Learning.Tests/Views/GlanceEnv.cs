using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.Views;

/// <summary>
/// A picture of 1 × 5 with one bright pixel, which is in the left half or the middle, never in the right half; looking to
/// where it is pays 1 and ends the episode, looking elsewhere ends it with nothing. Seen in a mirror it is the same task.
/// </summary>
internal class GlanceEnv : Env<byte[], int>
{
    /// <summary>Columns of the picture.</summary>
    public const int Width = 5;

    private int bright;

    /// <summary>Column of the bright pixel.</summary>
    public int Bright => bright;

    /// <summary>Column of the pixel that was bright when something was done last.</summary>
    public int Before { get; private set; }

    /// <summary>What was done last.</summary>
    public int LastAction { get; private set; }

    public override RenderMode RenderMode => RenderMode.None;

    public override EnvMetadata Metadata => EnvMetadata.None;

    public override Space<byte[]> ObservationSpace { get; } = new Box<byte>(0, 255, 1, Width, 1);

    /// <summary>Ahead, left, right.</summary>
    public override Space<int> ActionSpace { get; } = new Discrete(3);

    /// <summary>How it is made.</summary>
    /// <param name="knowsSides">Whether it says which actions are each other's mirror images.</param>
    /// <param name="made">Receives what is made.</param>
    public static EnvSpec Registration(bool knowsSides = true, List<GlanceEnv>? made = null) => new("Glance-v0", _ =>
    {
        GlanceEnv env = knowsSides ? new Sided() : new GlanceEnv();
        made?.Add(env);
        return env;
    });

    /// <summary>The picture with a bright pixel, as networks see it.</summary>
    public static float[] Picture(int bright) => [.. Enumerable.Range(0, Width).Select(i => i == bright ? 1f : 0)];

    public override Frame? Render() => null;

    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        bright = (int)Rng.Integers(0, (Width / 2) + 1);
        return (See(), Info.Empty);
    }

    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        (Before, LastAction) = (bright, action);
        int right = bright == Width / 2 ? 0 : 1;
        return new(See(), action == right ? 1 : 0, Terminated: true, Truncated: false, Info.Empty);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(Rng);
        sync.Sync(ref bright);
    }

    private byte[] See() => [.. Picture(bright).Select(value => (byte)(255 * value))];

    private sealed class Sided : GlanceEnv, IMirrored
    {
        public IReadOnlyList<int> MirroredActions => [0, 2, 1];
    }
}
