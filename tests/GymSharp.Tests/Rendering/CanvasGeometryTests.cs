using FsCheck;
using FsCheck.Fluent;
using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

public sealed class CanvasGeometryTests
{
    private const int Side = 48;

    // Coordinates in sixty-fourths of a pixel are exact in the rasteriser's 1/256.
    private static readonly Gen<double> Coordinate = Gen.Choose(0, Side * 64).Select(value => value / 64.0);

    private static readonly Gen<Point[]> Polygons =
        Coordinate.Two().Select(pair => new Point(pair.Item1, pair.Item2)).ArrayOf()
            .Where(points => points.Length is > 2 and < 12);

    [Fact]
    public void A_rectangle_covers_its_area() => Prop.ForAll(
        Coordinate.Four().ToArbitrary(),
        corners =>
        {
            (double x0, double y0, double x1, double y1) = corners;
            Canvas canvas = Black();
            canvas.FillRectangle(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0), Color.White);
            // Every pixel is rounded to 1/255: only those at the border can be off, each by half of that.
            double slack = ((4 * Side) + 4) / 510.0;
            Assert.InRange(Pixels.Area(canvas) - (Math.Abs(x1 - x0) * Math.Abs(y1 - y0)), -slack, slack);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_triangle_covers_its_area() => Prop.ForAll(
        Coordinate.Two().Select(pair => new Point(pair.Item1, pair.Item2)).Three().ToArbitrary(),
        corners =>
        {
            (Point a, Point b, Point c) = corners;
            Canvas canvas = Black();
            canvas.FillPolygon([a, b, c], Color.White);
            double area = Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y))) / 2;
            Assert.InRange(Pixels.Area(canvas) - area, -0.6, 0.6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_polygon_turned_by_a_quarter_gives_the_turned_picture() => Prop.ForAll(
        Polygons.ToArbitrary(),
        points =>
        {
            foreach (FillRule rule in Enum.GetValues<FillRule>())
            {
                Canvas upright = Black();
                upright.FillPolygon(points, Color.White, rule);
                Canvas turned = Black();
                turned.FillPolygon([.. points.Select(point => new Point(Side - point.Y, point.X))], Color.White, rule);
                AssertClose(upright, (x, y) => turned.GetPixel(Side - 1 - y, x));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mirrored_polygon_gives_the_mirrored_picture() => Prop.ForAll(
        Polygons.ToArbitrary(),
        points =>
        {
            Canvas left = Black();
            left.FillPolygon(points, Color.White);
            Canvas right = Black();
            right.FillPolygon([.. points.Select(point => new Point(Side - point.X, point.Y))], Color.White);
            AssertClose(left, (x, y) => right.GetPixel(Side - 1 - x, y));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_corner_does_not_matter() => Prop.ForAll(
        Polygons.ToArbitrary(),
        points =>
        {
            Canvas first = Black();
            first.FillPolygon(points, Color.White);
            Canvas second = Black();
            second.FillPolygon([.. points[1..], points[0]], Color.White);
            Assert.True(first.Pixels.SequenceEqual(second.Pixels));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_shape_moved_by_whole_pixels_gives_the_moved_picture_even_over_the_border() => Prop.ForAll(
        Polygons.ToArbitrary(),
        Gen.Choose(-40, 40).Two().ToArbitrary(),
        (points, shift) =>
        {
            (int dx, int dy) = shift;
            Canvas large = new(3 * Side, 3 * Side, Color.Black);
            large.Translate(Side + dx, Side + dy);
            large.FillPolygon(points, Color.White);
            Canvas small = Black();
            small.Translate(dx, dy);
            small.FillPolygon(points, Color.White);
            AssertClose(small, (x, y) => large.GetPixel(x + Side, y + Side));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_lies_outside_the_clip_stays_as_it_was() => Prop.ForAll(
        Polygons.ToArbitrary(),
        Gen.Choose(0, Side - 1).Four().ToArbitrary(),
        (points, edges) =>
        {
            PixelRectangle clip = new(edges.Item1, edges.Item2, edges.Item3, edges.Item4);
            Canvas whole = Black();
            whole.FillPolygon(points, Color.White);
            Canvas clipped = Black();
            clipped.ClipTo(clip);
            clipped.FillPolygon(points, Color.White);
            AssertClose(clipped, (x, y) =>
                x >= clip.X && x < clip.Right && y >= clip.Y && y < clip.Bottom ? whole.GetPixel(x, y) : Color.Black);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3.0)]
    [InlineData(10.25)]
    [InlineData(23.0)]
    public void A_circle_covers_its_area(double radius)
    {
        Canvas canvas = Black();
        canvas.FillCircle(24, 24, radius, Color.White);
        double area = Math.PI * radius * radius;
        Assert.InRange(Pixels.Area(canvas), area * 0.993, area * 1.002);
    }

    [Theory]
    [InlineData(LineCap.Butt, 0.0)]
    [InlineData(LineCap.Square, 25.0)]
    [InlineData(LineCap.Round, 19.635)]
    public void A_line_covers_its_length_times_its_thickness_and_its_ends(LineCap cap, double ends)
    {
        Canvas canvas = Black();
        canvas.DrawLine(10, 10, 34, 28, new Pen(Color.White, 5, cap));
        Assert.InRange(Pixels.Area(canvas), (30 * 5) + ends - 0.4, (30 * 5) + ends + 0.4);
    }

    [Fact]
    public void A_sharp_line_on_pixel_centres_is_one_pixel_thick()
    {
        Canvas canvas = Black();
        canvas.DrawLine(4, 10.5, 20, 10.5, Color.White);
        for (int x = 0; x < Side; x++)
        {
            Assert.Equal(x is >= 4 and < 20 ? Color.White : Color.Black, canvas.GetPixel(x, 10));
            Assert.Equal(Color.Black, canvas.GetPixel(x, 9));
            Assert.Equal(Color.Black, canvas.GetPixel(x, 11));
        }
    }

    [Fact]
    public void Fill_rules_differ_where_an_outline_winds_twice()
    {
        Point[] twice = [(4, 4), (20, 4), (20, 20), (4, 20), (4, 4), (8, 8), (16, 8), (16, 16), (8, 16), (8, 8)];
        Canvas nonZero = Black();
        nonZero.FillPolygon(twice, Color.White);
        Canvas evenOdd = Black();
        evenOdd.FillPolygon(twice, Color.White, FillRule.EvenOdd);
        Assert.Equal(256, Pixels.Area(nonZero));
        Assert.Equal(192, Pixels.Area(evenOdd));
    }

    [Fact]
    public void Opacity_mixes_with_what_lies_below()
    {
        Canvas canvas = new(2, 1, Color.White);
        canvas.FillRectangle(0, 0, 1, 1, Color.Black.WithAlpha(51));
        Assert.Equal(new Color(204, 204, 204), canvas.GetPixel(0, 0));
        Assert.Equal(Color.White, canvas.GetPixel(1, 0));
    }

    [Fact]
    public void A_coordinate_that_is_not_finite_is_refused_and_leaves_the_canvas_usable()
    {
        Canvas canvas = Black();
        Assert.Throws<ArgumentException>(() => canvas.FillPolygon([(1, 1), (40, 1), (double.NaN, 9)], Color.White));
        Assert.Throws<ArgumentException>(() => canvas.DrawLine(0, 0, double.PositiveInfinity, 3, Color.White));
        Assert.Throws<ArgumentException>(() => canvas.FillCircle(0, 0, double.NaN, Color.White));
        Assert.Throws<ArgumentException>(() => canvas.DrawText("text", double.NaN, 3, 12, Color.White));
        Assert.Throws<ArgumentException>(() => canvas.DrawLine(0, 0, 1, 1, new Pen(Color.White, 0)));
        canvas.FillRectangle(2, 2, 3, 3, Color.White);
        Assert.Equal(9, Pixels.Area(canvas));
    }

    [Fact]
    public void Enormous_shapes_fill_the_canvas_and_nothing_breaks()
    {
        Canvas canvas = Black();
        canvas.FillRectangle(-1e300, -1e300, 1.5e300, 1.5e300, Color.White);
        Assert.Equal(Side * Side, Pixels.Area(canvas));
        canvas.FillCircle(24, 24, 1e12, Color.Black);
        Assert.Equal(0, Pixels.Area(canvas));
        canvas.DrawLine(-1e9, 24, 1e9, 24, new Pen(Color.White, 1e9, LineCap.Round));
        Assert.Equal(Side * Side, Pixels.Area(canvas));
    }

    private static Canvas Black() => new(Side, Side, Color.Black);

    private static void AssertClose(Canvas canvas, Func<int, int, Color> expected)
    {
        for (int y = 0; y < canvas.Height; y++)
        {
            for (int x = 0; x < canvas.Width; x++)
            {
                int difference = canvas.GetPixel(x, y).R - expected(x, y).R;
                if (difference is < -1 or > 1)
                {
                    Assert.Fail($"The pixel ({x}, {y}) is off by {difference}.");
                }
            }
        }
    }
}
