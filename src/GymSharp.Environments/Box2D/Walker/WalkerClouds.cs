using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>Ten clouds of five corners each. They change nothing but the random stream and the picture.</summary>
internal sealed class WalkerClouds
{
    /// <summary>Clouds.</summary>
    public const int Count = WalkerScale.TerrainLength / 20;

    /// <summary>Corners of each.</summary>
    public const int Corners = 5;

    private readonly (double X, double Y)[] points = new (double X, double Y)[Count * Corners];

    /// <summary>The corners of a cloud, metres.</summary>
    public ReadOnlySpan<(double X, double Y)> Cloud(int index) => points.AsSpan(index * Corners, Corners);

    /// <summary>Draws new clouds: eleven uniform numbers for each.</summary>
    public void Generate(Rng rng)
    {
        const double Step = WalkerScale.TerrainStep;
        const double Altitude = WalkerScale.ViewportHeight / WalkerScale.Scale * 3 / 4;
        for (int cloud = 0; cloud < Count; cloud++)
        {
            double x = rng.Uniform(0, WalkerScale.TerrainLength) * Step;
            for (int corner = 0; corner < Corners; corner++)
            {
                double angle = 3.14 * 2 * corner / 5;
                double px = x + (15 * Step * Math.Sin(angle)) + rng.Uniform(0, 5 * Step);
                double py = Altitude + (5 * Step * Math.Cos(angle)) + rng.Uniform(0, 5 * Step);
                points[(cloud * Corners) + corner] = (px, py);
            }
        }
    }

    /// <summary>Reads or writes the corners.</summary>
    public void Sync(StateSync sync) => sync.Sync(points.AsSpan());
}
