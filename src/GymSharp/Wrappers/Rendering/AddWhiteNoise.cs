using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>Replaces pixels of rendered pictures by white noise, at random.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Draws from the environment's own generator at each call of <c>Render</c>: noise for all pixels, then the mask.
/// </remarks>
public sealed class AddWhiteNoise<TObservation, TAction> : RenderWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment made with <see cref="RenderMode.RgbArray"/>.</param>
    /// <param name="probabilityOfNoisePerPixel">How often a pixel is noise, in [0, 1).</param>
    /// <param name="isNoiseGrayscale">Whether the noise is grey instead of coloured.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is out of its range.</exception>
    public AddWhiteNoise(
        Env<TObservation, TAction> env, double probabilityOfNoisePerPixel, bool isNoiseGrayscale = false)
        : base(env)
    {
        if (!(probabilityOfNoisePerPixel >= 0.0 && probabilityOfNoisePerPixel < 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probabilityOfNoisePerPixel),
                "The probability of noise per pixel should be in the interval [0, 1). Received "
                + $"{probabilityOfNoisePerPixel}.");
        }

        ProbabilityOfNoisePerPixel = probabilityOfNoisePerPixel;
        IsNoiseGrayscale = isNoiseGrayscale;
    }

    /// <summary>How often a pixel is noise.</summary>
    public double ProbabilityOfNoisePerPixel { get; }

    /// <summary>Whether the noise is grey.</summary>
    public bool IsNoiseGrayscale { get; }

    /// <inheritdoc/>
    protected override Frame Transform(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        byte[] noise = PixelNoise.Draw(Rng, frame.Pixels.Length, IsNoiseGrayscale);
        bool[] mask = new bool[frame.Width * frame.Height];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = Rng.Random() < ProbabilityOfNoisePerPixel;
        }

        return PixelNoise.Mix(frame, noise, mask);
    }
}
