using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Turns RGB pictures into grey ones.</summary>
/// <remarks>
/// grey = 0.2125 R + 0.7154 G + 0.0721 B in double precision, added from left to right and cut off to a byte. Cutting
/// off makes some greys one lower: (43, 43, 43) becomes 42.
/// </remarks>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class GrayscaleObservation<TAction> : ObservationWrapper<byte[], TAction, byte[]>
    where TAction : notnull
{
    private static readonly double[] Red = Products(0.2125);
    private static readonly double[] Green = Products(0.7154);
    private static readonly double[] Blue = Products(0.0721);

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment that shows pictures of shape <c>[height, width, 3]</c>, 0 to 255.</param>
    /// <param name="keepDim">
    /// Whether the result has shape <c>[height, width, 1]</c> instead of <c>[height, width]</c>.
    /// </param>
    /// <exception cref="ArgumentException">The observations are not such pictures.</exception>
    public GrayscaleObservation(Env<byte[], TAction> env, bool keepDim = false)
        : base(env, GraySpace(env, keepDim))
    {
        KeepDim = keepDim;
    }

    /// <summary>Whether a last axis of length 1 is kept.</summary>
    public bool KeepDim { get; }

    /// <inheritdoc/>
    protected override byte[] Transform(byte[] observation, byte[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        byte[] gray = ObservationMemory.Take(reuse, observation.Length / 3);
        double[] red = Red;
        double[] green = Green;
        double[] blue = Blue;
        for (int i = 0, at = 0; i < gray.Length; i++, at += 3)
        {
            gray[i] = (byte)(red[observation[at]] + green[observation[at + 1]] + blue[observation[at + 2]]);
        }

        return gray;
    }

    private static double[] Products(double weight)
    {
        double[] products = new double[256];
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = i * weight;
        }

        return products;
    }

    private static Box<byte> GraySpace(Env<byte[], TAction> env, bool keepDim)
    {
        ArgumentNullException.ThrowIfNull(env);
        Box<byte> box = Pictures.Expect(env.ObservationSpace, "GrayscaleObservation");
        if (box.Shape!.Count != 3 || box.Shape[2] != 3)
        {
            throw new ArgumentException(
                $"GrayscaleObservation requires an image with 3 channels, got {box}.", nameof(env));
        }

        return keepDim
            ? new Box<byte>(0, 255, box.Shape[0], box.Shape[1], 1)
            : new Box<byte>(0, 255, box.Shape[0], box.Shape[1]);
    }
}
