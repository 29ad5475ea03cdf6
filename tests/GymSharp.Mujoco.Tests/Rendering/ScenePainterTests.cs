using System.Numerics;
using GymSharp.Mujoco.Rendering;

namespace GymSharp.Mujoco.Tests.Rendering;

public sealed class ScenePainterTests
{
    private const int Side = 41;
    private static readonly Vector3 Red = new(1, 0, 0);

    public static TheoryData<string, float> Solids => new()
    {
        // Pixels that the solid's outline has at a distance of 10 m, where a pixel is 0.1 m.
        { "Sphere", 314 }, { "Capsule", 314 + 400 }, { "Ellipsoid", 314 }, { "Cylinder", 400 }, { "Box", 400 },
    };

    [Theory]
    [MemberData(nameof(Solids))]
    public void A_solid_has_its_outline(string kind, float pixels)
    {
        SceneShape shape = Shape(Enum.Parse<ShapeKind>(kind)) with { Size = new Vector3(1, 1, 1) };
        byte[] rgb = Draw(shape);
        int seen = rgb.Chunk(3).Count(pixel => pixel[0] > 127);

        // The near half of a solid looks larger than its middle.
        Assert.InRange(seen, 0.97 * pixels, 1.35 * pixels);
        Assert.True(Pixel(rgb, Side / 2, Side / 2).R > 200);
        Assert.Equal((byte)0, Pixel(rgb, 0, 0).R);
    }

    [Fact]
    public void The_nearest_solid_is_seen()
    {
        SceneShape far = Shape(ShapeKind.Sphere);
        SceneShape near = far with { Center = far.Center - new Vector3(0, 2, 0), Color = new Vector3(0, 1, 0) };
        Assert.Equal(Draw(far, near), Draw(near, far));
        (byte red, byte green, _) = Pixel(Draw(far, near), Side / 2, Side / 2);
        Assert.True(green > 200 && red < 50);
    }

    [Fact]
    public void What_is_half_transparent_shows_what_is_behind()
    {
        SceneShape ball = Shape(ShapeKind.Sphere) with { Alpha = 0.5f };
        (byte red, _, byte blue) = Pixel(Draw(ball), Side / 2, Side / 2);
        Assert.InRange(red, 110, 160);
        Assert.InRange(blue, 110, 145);
    }

    [Fact]
    public void A_ball_throws_a_shadow_on_the_floor_below_it()
    {
        SceneShape floor = new()
        {
            Kind = ShapeKind.Plane,
            Center = new Vector3(0, 0, -1.5f),
            Size = new Vector3(100, 100, 0),
            Color = Vector3.One,
        };
        byte[] lit = Draw(floor);
        byte[] shaded = Draw(floor, Shape(ShapeKind.Sphere) with { Specular = 0 });
        int darker = Enumerable.Range(0, lit.Length / 3)
            .Count(i => shaded[3 * i] == shaded[(3 * i) + 1] && shaded[3 * i] < lit[3 * i] - 50);
        Assert.InRange(darker, 5, 100);
    }

    [Fact]
    public void Edges_are_smooth()
    {
        byte[] rgb = Draw(Shape(ShapeKind.Box) with { AxisX = Turned(0.3f), AxisZ = Turned(0.3f + (MathF.PI / 2)) });
        Assert.Contains(rgb.Chunk(3), pixel => pixel[0] is > 40 and < 160 && pixel[2] is > 60 and < 220);
    }

    [Fact]
    public void Tiles_far_away_are_gray()
    {
        TilePattern tiles = new(Vector3.One, Vector3.Zero, 1, 1);
        Assert.Equal(1, tiles.Part(0.25f, 0.25f, 0.1f), 1e-5f);
        Assert.Equal(0, tiles.Part(0.75f, 0.25f, 0.1f), 1e-5f);
        Assert.Equal(0.5f, tiles.Part(0.5f, 0.25f, 0.1f), 1e-5f);
        Assert.InRange(tiles.Part(12.2f, 7.1f, 20), 0.45f, 0.55f);
    }

    [Fact]
    public void A_floor_is_painted_alike_by_rows_and_by_points()
    {
        SceneShape floor = new()
        {
            Kind = ShapeKind.Plane,
            Center = new Vector3(0, 0, -3),
            Size = Vector3.Zero,
            Color = Vector3.One,
            Tiles = new TilePattern(new Vector3(0.8f, 0.2f, 0.1f), new Vector3(0.1f, 0.9f, 0.3f), 2, 3),
        };
        byte[] byRows = Draw(floor);
        byte[] byPoints = Draw([floor], new SceneLight { Direction = Vector3.UnitX, CosineCutoff = -1 });
        Assert.All(byRows.Zip(byPoints), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    private static Vector3 Turned(float angle) => new(MathF.Cos(angle), 0, MathF.Sin(angle));

    private static SceneShape Shape(ShapeKind kind) => new()
    {
        Kind = kind,
        Center = new Vector3(0, 10, 0),
        Size = Vector3.One,
        Color = Red,
    };

    private static byte[] Draw(params SceneShape[] shapes) => Draw(shapes, null);

    private static byte[] Draw(SceneShape[] shapes, SceneLight? further)
    {
        Scene scene = new()
        {
            View = new SceneView(Vector3.Zero, Vector3.UnitY, Vector3.UnitZ, -0.205f, 0.205f, 0.1f),
            Sky = [new Vector3(0, 0, 1)],
        };
        scene.Shapes.AddRange(shapes);
        scene.Lights.Add(new SceneLight
        {
            Direction = Vector3.UnitY,
            Ambient = new Vector3(0.3f),
            Diffuse = new Vector3(0.7f),
            IsDirectional = true,
        });
        scene.Lights.Add(new SceneLight
        {
            Direction = -Vector3.UnitZ,
            Diffuse = new Vector3(0.7f),
            IsDirectional = true,
            CastsShadow = true,
        });
        if (further is { } light)
        {
            scene.Lights.Add(light);
        }

        byte[] rgb = new byte[Side * Side * 3];
        new ScenePainter(Side, Side).Draw(scene, rgb);
        return rgb;
    }

    private static (byte R, byte G, byte B) Pixel(byte[] rgb, int column, int row)
    {
        int at = 3 * ((row * Side) + column);
        return (rgb[at], rgb[at + 1], rgb[at + 2]);
    }
}
