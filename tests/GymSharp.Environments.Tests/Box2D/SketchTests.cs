using FsCheck;
using FsCheck.Fluent;
using GymSharp.Environments.Box2D;
using GymSharp.Randomness;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Pictures drawn band by band, against the same drawn pixel by pixel.</summary>
public sealed class SketchTests
{
    [Fact]
    public void Polygons_anywhere_are_drawn_as_pixel_by_pixel() => Check(120, (rng, scene) =>
    {
        for (int i = 0; i < 12; i++)
        {
            int count = (int)rng.Integers(3, 9);
            double spread = rng.Uniform(1, 2.5 * scene.Width);
            (double x, double y) = (rng.Uniform(0, scene.Width), rng.Uniform(0, scene.Height));
            PixelPoint[] corners = [.. Enumerable.Range(0, count).Select(_ => PixelPoint.Of(
                x + rng.Uniform(-spread, spread), y + rng.Uniform(-spread, spread)))];
            scene.Add(corners, Color(rng), (int)rng.Integers(0, 3));
        }
    });

    [Fact]
    public void Boxes_at_all_angles_are_drawn_as_pixel_by_pixel() => Check(120, (rng, scene) =>
    {
        for (int i = 0; i < 20; i++)
        {
            double angle = rng.Integers(0, 4) == 0 ? 0 : rng.Uniform(-4, 4);
            (double sine, double cosine) = Math.SinCos(angle);
            (double w, double h) = (rng.Uniform(0, 60), rng.Uniform(0, 60));
            (double x, double y) = (rng.Uniform(-20, scene.Width + 20), rng.Uniform(-20, scene.Height + 20));
            PixelPoint Corner(double a, double b) =>
                PixelPoint.Of(x + (a * cosine) - (b * sine), y + (a * sine) + (b * cosine));
            PixelPoint[] box = [Corner(-w, -h), Corner(w, -h), Corner(w, h), Corner(-w, h)];
            scene.Add(box, Color(rng), (int)rng.Integers(0, 3));
        }
    });

    [Fact]
    public void Sides_that_tiles_share_look_as_if_both_drew_them() => Check(120, (rng, scene) =>
    {
        double angle = rng.Uniform(-4, 4);
        double bend = rng.Uniform(0, 1.5);
        double width = rng.Uniform(1, 120);
        double length = rng.Uniform(1, 70);
        (double x, double y) = (rng.Uniform(0, scene.Width), rng.Uniform(0, scene.Height));
        uint[] colors = [Color(rng), Color(rng)];
        List<(PixelPoint Left, PixelPoint Right)> cuts = [];
        for (int i = 0; i < 20; i++)
        {
            (double sine, double cosine) = Math.SinCos(angle);
            cuts.Add((
                PixelPoint.Of(x - (width * cosine), y - (width * sine)),
                PixelPoint.Of(x + (width * cosine), y + (width * sine))));
            (x, y) = (x - (length * sine), y + (length * cosine));
            angle += rng.Uniform(-bend, bend);
        }

        int behind = SharedSides.All;
        for (int i = 0; i + 1 < cuts.Count; i++)
        {
            PixelPoint[] tile = Tile(cuts, i);
            uint color = colors[i * 7 / 4 % 2];
            bool isSame = color == colors[(i + 1) * 7 / 4 % 2];
            int ahead = i + 2 < cuts.Count ? SharedSides.Between(tile, Tile(cuts, i + 1)) : SharedSides.All;
            scene.Add(tile, color, 0, new SharedSides(ahead, behind));
            behind = isSame ? ahead : SharedSides.All;
        }
    });

    [Fact]
    public void Bands_of_too_many_rows_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new Sketch(new ShrinkAxis(40, 20), new ShrinkAxis(40, 2)));
        Assert.Contains("at most 15", error.Message, StringComparison.Ordinal);
    }

    private static PixelPoint[] Tile(List<(PixelPoint Left, PixelPoint Right)> cuts, int index) =>
        [cuts[index + 1].Left, cuts[index + 1].Right, cuts[index].Right, cuts[index].Left];

    private static uint Color(Rng rng) => (uint)rng.Integers(0, 1 << 24);

    private static void Check(int scenes, Action<Rng, Scene> draw) => Prop.ForAll<int>(seed =>
    {
        Rng rng = new((ulong)Math.Abs((long)seed));
        bool isLarge = rng.Integers(0, 4) == 0;
        Scene scene = isLarge
            ? new(1000, 800, 96, 96)
            : new((int)rng.Integers(90, 240), (int)rng.Integers(90, 240), 37, 29);
        draw(rng, scene);
        scene.Compare();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(scenes).WithEndSize(100_000));

    // The same shapes for both.
    private sealed class Scene(int width, int height, int columns, int rows)
    {
        private readonly Sketch sketch = new(new ShrinkAxis(width, columns), new ShrinkAxis(height, rows));
        private readonly PlainPicture plain = new(width, height);

        public int Width => width;

        public int Height => height;

        // Kind 0 is smooth, 1 plain, 2 plain and flipped.
        public void Add(PixelPoint[] corners, uint color, int kind, SharedSides sides = default)
        {
            if (kind == 0)
            {
                sketch.AddSmooth(corners, color, sides);
                plain.DrawSmooth(corners, color);
                return;
            }

            sketch.AddPlain(corners, color, kind == 2);
            plain.DrawPlain(corners, color, kind == 2);
        }

        public void Compare()
        {
            byte[] actual = new byte[3 * columns * rows];
            sketch.Paint(actual);
            Assert.Equal(plain.Shrink(columns, rows), actual);
        }
    }
}
