using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Scales pictures to another size by pixel area, with the results of OpenCV.</summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class ResizeObservation<TAction> : ObservationWrapper<byte[], TAction, byte[]>
    where TAction : notnull
{
    private readonly AreaResizer resizer;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">
    /// An environment that shows pictures of shape <c>[height, width]</c> or <c>[height, width, channels]</c>, 0 to
    /// 255.
    /// </param>
    /// <param name="height">New height in pixels, at least 1.</param>
    /// <param name="width">New width in pixels, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// The observations are not such pictures, or a size is not positive.
    /// </exception>
    public ResizeObservation(Env<byte[], TAction> env, int height, int width)
        : base(env, ResizedSpace(env, height, width))
    {
        IReadOnlyList<int> shape = env.ObservationSpace.Shape!;
        resizer = new AreaResizer(new PictureSize(shape[0], shape[1], shape.Count == 3 ? shape[2] : 1), height, width);
    }

    /// <inheritdoc/>
    protected override byte[] Transform(byte[] observation, byte[]? reuse)
    {
        byte[] resized = ObservationMemory.Take(reuse, resizer.Target.Length);
        resizer.Resize(observation, resized);
        return resized;
    }

    private static Box<byte> ResizedSpace(Env<byte[], TAction> env, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(env);
        Box<byte> box = Pictures.Expect(env.ObservationSpace, "ResizeObservation");
        if (box.Shape!.Count is not (2 or 3))
        {
            throw new ArgumentException($"ResizeObservation requires a 2D or 3D image, got {box}.", nameof(env));
        }

        if (height < 1 || width < 1)
        {
            throw new ArgumentException(
                $"ResizeObservation requires a height and width greater than 0, got {height} and {width}.",
                nameof(height));
        }

        return new Box<byte>(0, 255, [height, width, .. box.Shape.Skip(2)]);
    }
}
