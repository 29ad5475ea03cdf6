using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>
/// Turns RGB pictures into small grey ones by OpenCV's rules, as the wrapper of this name in OpenAI's Baselines and
/// Stable-Baselines3 does: [height, width, 1].
/// </summary>
/// <remarks>
/// <see cref="AtariPreprocessing"/> takes the console's own brightness instead, which differs by a little.
/// </remarks>
public sealed class WarpFrame : Wrapper<byte[], int>
{
    private const int Channels = 3;
    private readonly AreaResizer resizer;
    private readonly byte[] gray;
    private byte[]? scratch;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment that shows RGB pictures.</param>
    /// <param name="height">Height of the pictures.</param>
    /// <param name="width">Width of the pictures.</param>
    /// <exception cref="ArgumentException">The observations are no RGB pictures.</exception>
    public WarpFrame(Env<byte[], int> env, int height = 84, int width = 84)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        if (env.ObservationSpace.Shape is not [int rows, int columns, Channels])
        {
            throw new ArgumentException(
                $"The observations must be RGB pictures, got {env.ObservationSpace}.", nameof(env));
        }

        resizer = new AreaResizer(new PictureSize(rows, columns, 1), height, width);
        gray = new byte[resizer.Source.Length];
        ObservationSpace = new Box<byte>(0, 255, height, width, 1);
    }

    /// <inheritdoc/>
    public override Space<byte[]> ObservationSpace { get; }

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, byte[]? reuse)
    {
        (scratch, Info info) = Wrapped.Reset(seed, options, scratch);
        return (Warp(scratch, reuse), info);
    }

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        Step<byte[]> step = Wrapped.Step(action, scratch);
        scratch = step.Observation;
        return step with { Observation = Warp(scratch, reuse) };
    }

    private byte[] Warp(byte[] rgb, byte[]? reuse)
    {
        byte[] small = reuse?.Length == resizer.Target.Length ? reuse : new byte[resizer.Target.Length];
        Pictures.Gray(rgb, gray);
        resizer.Resize(gray, small);
        return small;
    }
}
