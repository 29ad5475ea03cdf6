using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>The rays of a camera through the pixels of a picture.</summary>
internal readonly struct PixelRays
{
    private readonly SceneView view;
    private readonly Vector3 first;

    /// <summary>Rays for a picture of a size.</summary>
    public PixelRays(in SceneView view, int width, int height)
    {
        this.view = view;
        Width = width;
        Height = height;
        PixelSize = (view.Upper - view.Lower) / height;
        StepX = view.Right * PixelSize;
        StepY = view.Up * -PixelSize;
        first = view.Forward + (view.Up * view.Upper) - (StepX * (width * 0.5f));
    }

    /// <summary>Width of the picture.</summary>
    public int Width { get; }

    /// <summary>Height of the picture.</summary>
    public int Height { get; }

    /// <summary>Side of a pixel at distance 1.</summary>
    public float PixelSize { get; }

    /// <summary>What one column to the right adds to a ray.</summary>
    public Vector3 StepX { get; }

    /// <summary>What one row down adds to a ray.</summary>
    public Vector3 StepY { get; }

    /// <summary>The ray through a point of the picture; its part along the camera's axis is 1, so that lengths along it
    /// are depths.</summary>
    public Vector3 At(float x, float y) => first + (StepX * x) + (StepY * y);

    /// <summary>A rectangle of the picture that a solid lies in, empty where it is not seen.</summary>
    public PixelBounds Bounds(in SceneShape shape)
    {
        float radius = shape.SweptRadius;
        if (float.IsInfinity(radius))
        {
            return new PixelBounds(0, 0, Width, Height);
        }

        Vector3 half = shape.AxisZ * shape.HalfLength;
        return half == Vector3.Zero
            ? Bounds(shape.Center, radius)
            : Bounds(shape.Center + half, radius).Union(Bounds(shape.Center - half, radius));
    }

    /// <summary>A rectangle of the picture that a ball lies in, empty where it is not seen.</summary>
    public PixelBounds Bounds(Vector3 center, float radius)
    {
        Vector3 way = center - view.Position;
        float depth = Vector3.Dot(way, view.Forward);
        if (depth - radius <= view.Near)
        {
            return depth + radius <= view.Near ? default : new PixelBounds(0, 0, Width, Height);
        }

        (float left, float right) = Range(Vector3.Dot(way, view.Right), depth, radius);
        (float low, float high) = Range(Vector3.Dot(way, view.Up), depth, radius);
        return new PixelBounds(
            Column((left / PixelSize) + (Width * 0.5f), Width),
            Column((view.Upper - high) / PixelSize, Height),
            Column((right / PixelSize) + (Width * 0.5f) + 1, Width),
            Column(((view.Upper - low) / PixelSize) + 1, Height));
    }

    private static int Column(float position, int end) => (int)Math.Clamp(position, 0, end);

    private static (float Least, float Most) Range(float side, float depth, float radius) =>
        (Math.Min((side - radius) / (depth - radius), (side - radius) / (depth + radius)),
            Math.Max((side + radius) / (depth - radius), (side + radius) / (depth + radius)));
}
