using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Turns bytes into single-precision numbers from 0 to 1, as Gymnasium's <c>scale_obs</c> does.</summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class ScalePixels<TAction> : Wrapper<float[], TAction, byte[], TAction>
    where TAction : notnull
{
    private const float Greatest = 255;
    private readonly int length;
    private byte[]? scratch;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment that shows bytes.</param>
    /// <exception cref="ArgumentException">The observations have no fixed shape.</exception>
    public ScalePixels(Env<byte[], TAction> env)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        if (env.ObservationSpace.Shape is not { } shape)
        {
            throw new ArgumentException(
                $"The observations must have a shape, got {env.ObservationSpace}.", nameof(env));
        }

        length = shape.Aggregate(1, (size, axis) => size * axis);
        ObservationSpace = new Box<float>(0, 1, [.. shape]);
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<TAction> ActionSpace => Wrapped.ActionSpace;

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, float[]? reuse)
    {
        (scratch, Info info) = Wrapped.Reset(seed, options, scratch);
        return (Scale(scratch, reuse), info);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(TAction action, float[]? reuse)
    {
        Step<byte[]> step = Wrapped.Step(action, scratch);
        scratch = step.Observation;
        return new(Scale(scratch, reuse), step.Reward, step.Terminated, step.Truncated, step.Info);
    }

    private float[] Scale(byte[] bytes, float[]? reuse)
    {
        float[] numbers = reuse?.Length == length ? reuse : new float[length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = bytes[i] / Greatest;
        }

        return numbers;
    }
}
