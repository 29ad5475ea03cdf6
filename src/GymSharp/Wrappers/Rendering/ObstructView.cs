using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>Covers rendered pictures with square patches of white noise, at random places.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Draws from the environment's own generator at each call of <c>Render</c>: the centres, then noise for all pixels.
/// </remarks>
public sealed class ObstructView<TObservation, TAction> : RenderWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment made with <see cref="RenderMode.RgbArray"/>.</param>
    /// <param name="obstructedPixelsRatio">
    /// Which part of the pixels is covered if patches do not overlap, in [0, 1).
    /// </param>
    /// <param name="obstructionWidth">Side of a patch in pixels, at least 1.</param>
    /// <param name="isNoiseGrayscale">Whether the noise is grey instead of coloured.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public ObstructView(
        Env<TObservation, TAction> env,
        double obstructedPixelsRatio,
        int obstructionWidth,
        bool isNoiseGrayscale = false)
        : base(env)
    {
        if (!(obstructedPixelsRatio >= 0.0 && obstructedPixelsRatio < 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(obstructedPixelsRatio),
                $"The ratio of obstructed pixels should be in the interval [0, 1). Received {obstructedPixelsRatio}.");
        }

        if (obstructionWidth < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(obstructionWidth),
                $"The width of an obstruction should be larger or equal than 1. Received {obstructionWidth}.");
        }

        ObstructedPixelsRatio = obstructedPixelsRatio;
        ObstructionWidth = obstructionWidth;
        IsNoiseGrayscale = isNoiseGrayscale;
    }

    /// <summary>Which part of the pixels is covered.</summary>
    public double ObstructedPixelsRatio { get; }

    /// <summary>Side of a patch in pixels.</summary>
    public int ObstructionWidth { get; }

    /// <summary>Whether the noise is grey.</summary>
    public bool IsNoiseGrayscale { get; }

    /// <inheritdoc/>
    protected override Frame Transform(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        int pixels = frame.Width * frame.Height;
        double perPixel = ObstructedPixelsRatio / ((double)ObstructionWidth * ObstructionWidth);
        long[] centers = new long[(int)(pixels * perPixel)];
        Rng.Integers(0L, pixels, centers.AsSpan());
        bool[] mask = new bool[pixels];
        foreach (long center in centers)
        {
            Cover(mask, frame, (int)(center / frame.Width), (int)(center % frame.Width));
        }

        return PixelNoise.Mix(frame, PixelNoise.Draw(Rng, frame.Pixels.Length, IsNoiseGrayscale), mask);
    }

    private void Cover(bool[] mask, Frame frame, int row, int column)
    {
        int before = ObstructionWidth / 2;
        int after = ObstructionWidth - before;
        int left = Math.Max(column - before, 0);
        int right = Math.Min(column + after, frame.Width);
        for (int y = Math.Max(row - before, 0); y < Math.Min(row + after, frame.Height); y++)
        {
            mask.AsSpan((y * frame.Width) + left, right - left).Fill(true);
        }
    }
}
