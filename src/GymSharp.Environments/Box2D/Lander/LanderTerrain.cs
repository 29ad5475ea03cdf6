using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>The moon's surface: eleven heights joined by straight lines, flat where the landing pad is.</summary>
internal sealed class LanderTerrain
{
    /// <summary>Points of the surface.</summary>
    public const int Points = 11;

    /// <summary>Width of the scene, metres.</summary>
    public const double Width = LanderScale.ViewportWidth / LanderScale.Scale;

    /// <summary>Height of the scene, metres.</summary>
    public const double Height = LanderScale.ViewportHeight / LanderScale.Scale;

    /// <summary>Height of the landing pad, metres.</summary>
    public const double PadHeight = Height / 4;

    private readonly double[] drawn = new double[Points + 1];
    private readonly double[] heights = new double[Points];

    /// <summary>Heights of the points, metres, from left to right.</summary>
    public ReadOnlySpan<double> Heights => heights;

    /// <summary>Left end of the landing pad, metres.</summary>
    public static double PadLeft => X((Points / 2) - 1);

    /// <summary>Right end of the landing pad, metres.</summary>
    public static double PadRight => X((Points / 2) + 1);

    /// <summary>Where a point is, metres from the left.</summary>
    public static double X(int point) => Width / (Points - 1) * point;

    /// <summary>Draws a new surface: twelve uniform numbers.</summary>
    public void Generate(Rng rng)
    {
        rng.Uniform(0, Height / 2, drawn);
        for (int i = (Points / 2) - 2; i <= (Points / 2) + 2; i++)
        {
            drawn[i] = PadHeight;
        }

        for (int i = 0; i < Points; i++)
        {
            // The point before the first is the last that was drawn, which is used for nothing else.
            heights[i] = 0.33 * (drawn[i == 0 ? Points : i - 1] + drawn[i] + drawn[i + 1]);
        }
    }

    /// <summary>Reads or writes the heights.</summary>
    public void Sync(StateSync sync) => sync.Sync(heights.AsSpan());
}
