using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>Shows a small random colour picture and renders it; ends after four steps.</summary>
internal sealed class PictureEnv : Env<byte[], int>
{
    public const int Width = 6;
    public const int Height = 4;
    private readonly byte[] pixels = new byte[Width * Height * 3];
    private int steps;

    public override Space<byte[]> ObservationSpace { get; } = new Box<byte>(0, 255, Height, Width, 3);

    public override Space<int> ActionSpace { get; } = new Discrete(2);

    public override RenderMode RenderMode => RenderMode.RgbArray;

    public override EnvMetadata Metadata { get; } = new([RenderMode.RgbArray], 10);

    public override Frame? Render() => new(Width, Height, [.. pixels]);

    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        steps = 0;
        return (Draw(), Info.Empty);
    }

    protected override Step<byte[]> OnStep(int action, byte[]? reuse) =>
        new(Draw(), ++steps, steps >= 4, false, Info.Empty);

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(pixels.AsSpan());
        sync.Sync(ref steps);
        sync.Sync(Rng);
    }

    private byte[] Draw()
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Rng.Integers(0, 256);
        }

        return [.. pixels];
    }
}
