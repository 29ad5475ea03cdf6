using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Tests.Wrappers;

/// <summary>A picture of random, smooth or ramping bytes is observation and rendering; an episode has 8 steps.</summary>
internal sealed class PictureEnv(int[] shape, bool isSmooth = false, bool isRamp = false, int length = 8) : Env<byte[], int>
{
    private readonly Box<byte> space = new(0, 255, shape);
    private byte[] picture = new byte[shape.Aggregate(1, (product, axis) => product * axis)];
    private int time;

    public override Space<byte[]> ObservationSpace => space;

    public override Space<int> ActionSpace { get; } = new Discrete(4);

    public override RenderMode RenderMode => RenderMode.RgbArray;

    public override EnvMetadata Metadata { get; } = new([RenderMode.RgbArray], 30);

    /// <summary>When set, pictures are rendered as text, or not at all.</summary>
    public Func<Frame?>? RenderInstead { get; set; }

    public override Frame? Render() => RenderInstead is null
        ? new Frame(shape[1], shape[0], (byte[])picture.Clone())
        : RenderInstead();

    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        time = 0;
        return (Draw(null), Info.Empty);
    }

    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        time++;
        return new(Draw(reuse), time, time >= length, false, Info.Empty);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref time);
        sync.Sync(ref picture);
        sync.Sync(Rng);
    }

    private byte[] Draw(byte[]? reuse)
    {
        int channels = shape.Length == 3 ? shape[2] : 1;
        if (!isSmooth && !isRamp)
        {
            Rng.Integers<byte>(0, 255, picture, endpoint: true);
        }

        for (int i = 0; i < picture.Length && (isSmooth || isRamp); i++)
        {
            int pixel = i / channels;
            (int y, int x, int c) = (pixel / shape[1], pixel % shape[1], i % channels);
            picture[i] = isRamp ? (byte)pixel : (byte)((3 * x) + (5 * y) + (x * y / 7) + (11 * time) + (40 * c));
        }

        byte[] observation = reuse ?? new byte[picture.Length];
        picture.CopyTo(observation, 0);
        return observation;
    }
}
