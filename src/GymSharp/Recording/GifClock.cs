namespace GymSharp.Recording;

/// <summary>Shares time out in hundredths of a second, the unit of GIF, without drifting from the wanted
/// rate.</summary>
internal sealed class GifClock
{
    // Players replace shorter delays by a tenth of a second.
    private const double ShortestDelay = 2;
    private const double LongestDelay = 65535;

    private readonly double delay;

    public GifClock(double framesPerSecond)
    {
        if (!(framesPerSecond > 0 && framesPerSecond < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(
                nameof(framesPerSecond), framesPerSecond, "The frame rate must be above 0 and finite.");
        }

        delay = Math.Clamp(100 / framesPerSecond, ShortestDelay, LongestDelay);
    }

    /// <summary>How long the frame of a number is shown.</summary>
    public int DelayOf(int frame) => (int)(Math.Floor(((frame + 1) * delay) + 0.5) - Math.Floor((frame * delay) + 0.5));
}
