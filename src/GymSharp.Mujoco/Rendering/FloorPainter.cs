using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Paints a plane under light that is the same everywhere on it, row by row.</summary>
/// <remarks>
/// Most pixels of most pictures are floor, so this says once more what <see cref="SceneShader"/> says, in plain numbers
/// and without what is the same for all pixels.
/// </remarks>
internal sealed class FloorPainter
{
    private readonly PixelRays rays;
    private readonly SceneShape shape;
    private readonly Vector3 origin;
    private readonly Vector3 step;
    private readonly (Vector3 First, Vector3 Change) lit;
    private readonly (Vector3 First, Vector3 Change) dark;

    /// <summary>Prepares a plane.</summary>
    /// <param name="shader">Knows the light.</param>
    /// <param name="shape">The plane.</param>
    /// <param name="rays">The pixels.</param>
    /// <param name="eye">The camera.</param>
    public FloorPainter(SceneShader shader, in SceneShape shape, in PixelRays rays, Vector3 eye)
    {
        this.shape = shape;
        this.rays = rays;
        origin = shape.ToLocal(eye - shape.Center);
        step = shape.ToLocal(rays.StepX);
        lit = Colors(shader.FloorLight(shape, isDark: false));
        dark = Colors(shader.FloorLight(shape, isDark: true));
    }

    /// <summary>Paints the plane's part of a row.</summary>
    /// <param name="index">The number of the plane.</param>
    /// <param name="row">The row.</param>
    /// <param name="owners">Whose the row's pixels are.</param>
    /// <param name="shadows">Negative where the row's pixels are lit.</param>
    /// <param name="rgb">The row's colours, with the sky in them.</param>
    public void Paint(short index, int row, ReadOnlySpan<short> owners, ReadOnlySpan<short> shadows, Span<byte> rgb)
    {
        Vector3 first = shape.ToLocal(rays.At(0.5f, row + 0.5f));
        for (int column = owners.IndexOf(index); (uint)column < (uint)owners.Length; column++)
        {
            if (owners[column] != index)
            {
                continue;
            }

            float x = first.X + (column * step.X);
            float y = first.Y + (column * step.Y);
            float z = first.Z + (column * step.Z);
            float facing = -z / MathF.Sqrt((x * x) + (y * y) + (z * z));
            float part = Part(x, y, z, facing);
            (Vector3 color, Vector3 change) = shadows[column] < 0 ? lit : dark;
            Vector3 sum = (color + (part * change)) * 255;
            int at = 3 * column;
            if (shape.Size.X <= 0 && facing < SceneShader.HazeBegins)
            {
                Vector3 behind = new(rgb[at], rgb[at + 1], rgb[at + 2]);
                sum = Vector3.Lerp(behind, sum, facing / SceneShader.HazeBegins);
            }

            rgb[at] = (byte)(int)Math.Min(sum.X + 0.5f, 255);
            rgb[at + 1] = (byte)(int)Math.Min(sum.Y + 0.5f, 255);
            rgb[at + 2] = (byte)(int)Math.Min(sum.Z + 0.5f, 255);
        }
    }

    private float Part(float x, float y, float z, float facing)
    {
        if (shape.Tiles is not { } tiles)
        {
            return 0;
        }

        float distance = -origin.Z / z;
        return tiles.Part(
            origin.X + (distance * x), origin.Y + (distance * y), distance * rays.PixelSize / MathF.Sqrt(facing));
    }

    private (Vector3 First, Vector3 Change) Colors(Vector3 light) => shape.Tiles is { } tiles
        ? (tiles.Second * shape.Color * light, (tiles.First - tiles.Second) * shape.Color * light)
        : (shape.Color * light, Vector3.Zero);
}
