using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Two by two tiles that repeat over a plane, as a checker texture does.</summary>
/// <param name="First">Colour of the tiles on the diagonal, 0 to 1.</param>
/// <param name="Second">Colour of the others.</param>
/// <param name="PeriodX">Length of one repetition (two tiles) along x, metres.</param>
/// <param name="PeriodY">Length of one repetition along y, metres.</param>
internal sealed record TilePattern(Vector3 First, Vector3 Second, float PeriodX, float PeriodY)
{
    /// <summary>The mean colour over a small square.</summary>
    /// <param name="x">Middle of the square in the plane's frame.</param>
    /// <param name="y">Middle of the square in the plane's frame.</param>
    /// <param name="extent">Side of the square.</param>
    public Vector3 Mean(float x, float y, float extent) => Vector3.Lerp(Second, First, Part(x, y, extent));

    /// <summary>How much of a small square has the first colour, 0 to 1.</summary>
    /// <param name="x">Middle of the square in the plane's frame.</param>
    /// <param name="y">Middle of the square in the plane's frame.</param>
    /// <param name="extent">Side of the square.</param>
    public float Part(float x, float y, float extent) =>
        0.5f + (0.5f * Wave(x / PeriodX, extent / PeriodX) * Wave(y / PeriodY, extent / PeriodY));

    // Mean over [x - w/2, x + w/2] of the square wave of period 1 that is 1 before a half and -1 after it: the slope of
    // its integral, a triangle wave.
    private static float Wave(float x, float width)
    {
        const float Narrowest = 1e-4f;
        float half = 0.5f * Math.Max(width, Narrowest);
        return (Triangle(x + half) - Triangle(x - half)) / (2 * half);
    }

    private static float Triangle(float x)
    {
        float part = x - MathF.Floor(x);
        return part < 0.5f ? part : 1 - part;
    }
}
