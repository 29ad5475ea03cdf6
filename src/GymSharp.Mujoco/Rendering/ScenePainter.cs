using System.Numerics;
using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Draws scenes of simple solids: for each pixel the nearest one, lit, with shadows on the floor.</summary>
/// <remarks>
/// Each solid is tried only in the rectangle of pixels that it can cover. Edges are smoothed by four rays for the
/// pixels on which neighbours see different solids.
/// </remarks>
internal sealed class ScenePainter
{
    private const int Nothing = -1;
    private readonly int width;
    private readonly int height;
    private readonly float[] depth;
    private readonly short[] owner;
    private readonly short[] shadow;
    private readonly bool[] edges;
    private readonly byte[] heaven;
    private PixelRays rays;
    private SceneShader shader = null!;
    private SceneView heavenView;
    private (short Index, FloorPainter Painter)[] floors = [];
    private bool[] isFloor = [];

    /// <summary>A painter for pictures of one size.</summary>
    public ScenePainter(int width, int height)
    {
        this.width = width;
        this.height = height;
        depth = new float[width * height];
        owner = new short[width * height];
        shadow = new short[width * height];
        edges = new bool[width];
        heaven = new byte[width * height * 3];
    }

    /// <summary>Draws a scene.</summary>
    /// <param name="scene">What to draw.</param>
    /// <param name="rgb">Receives height × width × 3 bytes.</param>
    public void Draw(Scene scene, Span<byte> rgb)
    {
        rays = new PixelRays(scene.View, width, height);
        shader = new SceneShader(scene, rays.PixelSize);
        Array.Fill(depth, float.PositiveInfinity);
        Array.Fill(owner, (short)Nothing);
        Array.Fill(shadow, (short)Nothing);
        ReadOnlySpan<SceneShape> shapes = CollectionsMarshal.AsSpan(scene.Shapes);
        for (int i = 0; i < shapes.Length; i++)
        {
            if (shapes[i].Alpha >= 1)
            {
                Cover(scene.View.Position, shapes[i], (short)i);
            }
        }

        CastShadows(scene, shapes);
        floors = [.. Floors(scene)];
        isFloor = [.. shader.Shapes.Select(shape => shape.Kind == ShapeKind.Plane && shader.IsFloorLightEven)];
        Shade(scene.View, rgb);
        foreach (int i in FarToNear(scene))
        {
            Blend(scene.View.Position, shapes[i], rgb);
        }
    }

    private static IEnumerable<int> FarToNear(Scene scene) => Enumerable.Range(0, scene.Shapes.Count)
        .Where(i => scene.Shapes[i].Alpha is > 0 and < 1)
        .OrderByDescending(i => Vector3.DistanceSquared(scene.Shapes[i].Center, scene.View.Position));

    private IEnumerable<(short Index, FloorPainter Painter)> Floors(Scene scene) =>
        Enumerable.Range(0, shader.IsFloorLightEven ? scene.Shapes.Count : 0)
            .Where(i => scene.Shapes[i].Kind == ShapeKind.Plane)
            .Select(i => ((short)i, new FloorPainter(shader, scene.Shapes[i], rays, scene.View.Position)));

    private void Cover(Vector3 eye, in SceneShape shape, short index)
    {
        PixelBounds bounds = rays.Bounds(shape);
        Vector3 origin = shape.ToLocal(eye - shape.Center);
        Vector3 step = shape.ToLocal(rays.StepX);
        for (int row = bounds.Top; row < bounds.Bottom; row++)
        {
            Vector3 direction = shape.ToLocal(rays.At(bounds.Left + 0.5f, row + 0.5f));
            int start = row * width;
            for (int at = start + bounds.Left; at < start + bounds.Right; at++, direction += step)
            {
                float distance = ShapeMath.Enter(shape.Kind, shape.Size, origin, direction);
                if (distance < depth[at])
                {
                    depth[at] = distance;
                    owner[at] = index;
                }
            }
        }
    }

    private void CastShadows(Scene scene, ReadOnlySpan<SceneShape> shapes)
    {
        for (int floor = 0; floor < shapes.Length && shader.ShadowLight is { } light; floor++)
        {
            for (int i = 0; i < shapes.Length && shapes[floor].Kind == ShapeKind.Plane; i++)
            {
                if (shapes[i].Kind != ShapeKind.Plane && shapes[i].Alpha >= 1)
                {
                    Darken(scene.View.Position, light, (short)floor, (short)i);
                }
            }
        }
    }

    private void Darken(Vector3 eye, in SceneLight light, short floor, short caster)
    {
        SceneShape shape = shader.Shapes[caster];
        PixelBounds bounds = ShadowBounds(shape, shader.Shapes[floor], light);
        for (int row = bounds.Top; row < bounds.Bottom; row++)
        {
            for (int column = bounds.Left; column < bounds.Right; column++)
            {
                int at = (row * width) + column;
                if (owner[at] == floor && shadow[at] == Nothing)
                {
                    Vector3 point = eye + (depth[at] * rays.At(column + 0.5f, row + 0.5f));
                    shadow[at] = SceneShader.IsBetween(shape, point, light) ? caster : (short)Nothing;
                }
            }
        }
    }

    // A ball around the caster throws a shadow that lies in a ball around its middle on the floor.
    private PixelBounds ShadowBounds(in SceneShape shape, in SceneShape floor, in SceneLight light)
    {
        float radius = shape.SweptRadius + shape.HalfLength;
        Vector3 way = -light.From(shape.Center);
        float slope = -Vector3.Dot(way, floor.AxisZ);
        float above = Vector3.Dot(shape.Center - floor.Center, floor.AxisZ);
        if (slope < 0.05f || above < -radius)
        {
            return default;
        }

        float grown = radius;
        if (!light.IsDirectional)
        {
            float distance = Vector3.Distance(light.Position, shape.Center);
            if (distance <= 1.5f * radius)
            {
                return new PixelBounds(0, 0, width, height);
            }

            grown = radius * (distance + (Math.Max(above, 0) / slope)) / (distance - radius);
        }

        return rays.Bounds(shape.Center + (way * (above / slope)), grown / slope);
    }

    private void Shade(in SceneView view, Span<byte> rgb)
    {
        Heaven(view with { Position = Vector3.Zero }, rgb);
        for (int row = 0; row < height; row++)
        {
            int start = row * width;
            foreach ((short index, FloorPainter floor) in floors)
            {
                floor.Paint(
                    index,
                    row,
                    owner.AsSpan(start, width),
                    shadow.AsSpan(start, width),
                    rgb.Slice(3 * start, 3 * width));
            }

            FindEdges(row);
            Vector3 ray = rays.At(0.5f, row + 0.5f);
            for (int column = 0; column < width; column++, ray += rays.StepX)
            {
                int at = start + column;
                if (edges[column])
                {
                    SceneShader.Store(Smooth(row, column), rgb, 3 * at);
                }
                else if (owner[at] != Nothing && !isFloor[owner[at]])
                {
                    SceneShader.Store(
                        shader.Color(ray, owner[at], depth[at], shadow[at] != Nothing), rgb, 3 * at);
                }
            }
        }
    }

    // The sky does not move with the camera, and most cameras do not turn: it is painted once for a direction.
    private void Heaven(in SceneView direction, Span<byte> rgb)
    {
        if (direction != heavenView)
        {
            heavenView = direction;
            for (int at = 0; at < width * height; at++)
            {
                Vector3 ray = rays.At((at % width) + 0.5f, (at / width) + 0.5f);
                SceneShader.Store(shader.Heaven(ray), heaven, 3 * at);
            }
        }

        heaven.CopyTo(rgb);
    }

    private void FindEdges(int row)
    {
        ReadOnlySpan<short> owners = owner.AsSpan(row * width, width);
        ReadOnlySpan<short> shadows = shadow.AsSpan(row * width, width);
        edges.AsSpan().Clear();
        for (int i = 1; i < owners.Length; i++)
        {
            if (owners[i] != owners[i - 1] || (shadows[i] ^ shadows[i - 1]) < 0)
            {
                edges[i - 1] = true;
                edges[i] = true;
            }
        }

        Compare(owners, shadows, row - 1);
        Compare(owners, shadows, row + 1);
    }

    // Shadows are numbers of casters or -1: their signs tell light from dark.
    private void Compare(ReadOnlySpan<short> owners, ReadOnlySpan<short> shadows, int other)
    {
        if (other < 0 || other >= height)
        {
            return;
        }

        ReadOnlySpan<short> otherOwners = owner.AsSpan(other * width, width);
        ReadOnlySpan<short> otherShadows = shadow.AsSpan(other * width, width);
        for (int i = 0; i < owners.Length; i++)
        {
            edges[i] |= owners[i] != otherOwners[i] || (shadows[i] ^ otherShadows[i]) < 0;
        }
    }

    private Vector3 Smooth(int row, int column)
    {
        Span<short> owners = stackalloc short[9];
        Span<short> casters = stackalloc short[9];
        int found = 0;
        int dark = 0;
        for (int y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, height - 1); y++)
        {
            for (int x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, width - 1); x++)
            {
                AddNew(owners, ref found, owner[(y * width) + x]);
                AddNew(casters, ref dark, shadow[(y * width) + x]);
            }
        }

        Vector3 sum = Vector3.Zero;
        for (int i = 0; i < 4; i++)
        {
            // A turned square: the four rays differ in their columns and in their rows.
            float x = column + (((2 * i) + 1) * 0.125f);
            float y = row + (((2 * ((i * 2 % 4) + (i / 2))) + 1) * 0.125f);
            sum += shader.Trace(rays.At(x, y), owners[..found], casters[..dark]);
        }

        return sum * 0.25f;
    }

    private static void AddNew(Span<short> list, ref int count, short value)
    {
        if (value != Nothing && !list[..count].Contains(value))
        {
            list[count++] = value;
        }
    }

    private void Blend(Vector3 eye, in SceneShape shape, Span<byte> rgb)
    {
        PixelBounds bounds = rays.Bounds(shape);
        Vector3 origin = shape.ToLocal(eye - shape.Center);
        for (int row = bounds.Top; row < bounds.Bottom; row++)
        {
            for (int column = bounds.Left; column < bounds.Right; column++)
            {
                Vector3 ray = rays.At(column + 0.5f, row + 0.5f);
                int at = (row * width) + column;
                float distance = ShapeMath.Enter(shape.Kind, shape.Size, origin, shape.ToLocal(ray));
                if (distance < depth[at])
                {
                    Vector3 behind = new Vector3(rgb[3 * at], rgb[(3 * at) + 1], rgb[(3 * at) + 2]) / 255;
                    Vector3 color = shader.Surface(shape, ray, distance, isDark: false);
                    SceneShader.Store(Vector3.Lerp(behind, color, shape.Alpha), rgb, 3 * at);
                }
            }
        }
    }
}
