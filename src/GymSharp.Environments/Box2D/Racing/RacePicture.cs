using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>Draws a race as the agent sees it, from above and with instruments below.</summary>
/// <remarks>
/// The scene is drawn with 1000 × 800 pixels and shrunk. The pixels are those of pygame but for the digits of the
/// return, which have a shape of our own.
/// </remarks>
internal sealed class RacePicture
{
    /// <summary>Width and height of an observation in pixels.</summary>
    public const int ObservationSize = 96;

    private const uint HullColor = 0x0000CC;
    private const uint WheelColor = 0x000000;
    private const uint TreadColor = 0x4D4D4D;
    private readonly Sketch sketch;

    /// <summary>Prepares pictures of a size.</summary>
    /// <param name="width">Width in pixels, below 1000.</param>
    /// <param name="height">Height in pixels, below 800.</param>
    public RacePicture(int width, int height)
    {
        sketch = new Sketch(new ShrinkAxis(RaceCamera.Width, width), new ShrinkAxis(RaceCamera.Height, height));
    }

    /// <summary>Draws a moment.</summary>
    /// <param name="view">What there is to see.</param>
    /// <param name="road">The road.</param>
    /// <param name="colors">Colours of the ground.</param>
    /// <param name="marks">Skid marks, oldest first; none in observations.</param>
    /// <param name="rgb">Receives the pixels, row by row from the top.</param>
    public void Draw(
        RaceView view, RaceRoad road, in RaceColors colors, ReadOnlySpan<SkidMark> marks, Span<byte> rgb)
    {
        RaceCamera camera = new(view);
        sketch.Clear();
        sketch.Rows = RaceCamera.Height - RacePanel.Height;
        DrawGround(camera, colors);
        DrawRoad(camera, road);
        DrawMarks(camera, marks);
        for (int wheel = 0; wheel < CarShape.Wheels; wheel++)
        {
            DrawPart(camera, view.Wheels[wheel], CarShape.Wheel, WheelColor);
            DrawTread(camera, view.Wheels[wheel], view.Phases[wheel]);
        }

        foreach (Vec2[] part in CarShape.Hull)
        {
            DrawPart(camera, view.Hull, part, HullColor);
        }

        sketch.Rows = RaceCamera.Height;
        RacePanel.Draw(view, sketch);
        sketch.Paint(rgb);
    }

    private void DrawGround(in RaceCamera camera, in RaceColors colors)
    {
        Span<PixelPoint> pixels = stackalloc PixelPoint[4];
        camera.Map(RaceGround.Field, pixels);
        sketch.AddSmooth(pixels, colors.Background.Pack());
        uint grass = colors.Grass.Pack();
        for (int patch = 0; patch < RaceGround.PatchCount; patch++)
        {
            ReadOnlySpan<(double X, double Y)> corners = RaceGround.Patch(patch);
            (double x, double y) = ((corners[0].X + corners[2].X) / 2, (corners[0].Y + corners[2].Y) / 2);
            if (camera.Sees(x, y, RaceGround.PatchRadius))
            {
                camera.Map(corners, pixels);
                sketch.AddSmooth(pixels, grass);
            }
        }
    }

    // A tile is added when the next one is known, which hides most of the side between them.
    private void DrawRoad(in RaceCamera camera, RaceRoad road)
    {
        Span<PixelPoint> tile = stackalloc PixelPoint[4];
        Span<PixelPoint> next = stackalloc PixelPoint[4];
        int behind = SharedSides.All;
        bool isSeen = TryMap(camera, road, road.PolygonOf(0), tile);
        for (int i = 0; i < road.Track.Length; i++)
        {
            bool isNextSeen = i + 1 < road.Track.Length && TryMap(camera, road, road.PolygonOf(i + 1), next);
            int ahead = isSeen && isNextSeen ? SharedSides.Between(tile, next) : SharedSides.All;
            if (isSeen)
            {
                sketch.AddSmooth(tile, road.TileColor(i), new SharedSides(ahead, behind));
            }

            behind = isNextSeen && road.TileColor(i) == road.TileColor(i + 1) ? ahead : SharedSides.All;
            int border = road.PolygonOf(i) + 1;
            if (border < road.PolygonOf(i + 1) && TryMap(camera, road, border, tile))
            {
                sketch.AddSmooth(tile, road.Colors[border]);
            }

            next.CopyTo(tile);
            isSeen = isNextSeen;
        }
    }

    private static bool TryMap(in RaceCamera camera, RaceRoad road, int polygon, Span<PixelPoint> pixels)
    {
        (double x, double y, double radius) = road.Circle(polygon);
        if (!camera.Sees(x, y, radius))
        {
            return false;
        }

        camera.Map(road.Polygon(polygon), pixels);
        return true;
    }

    private void DrawPart(in RaceCamera camera, in Transform place, ReadOnlySpan<Vec2> outline, uint color)
    {
        Span<PixelPoint> pixels = stackalloc PixelPoint[8];
        for (int i = 0; i < outline.Length; i++)
        {
            Vec2 point = place * outline[i];
            (double x, double y) = camera.Map(point.X, point.Y);
            pixels[i] = PixelPoint.Of(x, y);
        }

        sketch.AddPlain(pixels[..outline.Length], color, isFlipped: true);
    }

    // A band of 1.2 rad on the tyre, seen while it is on the upper side.
    private void DrawTread(in RaceCamera camera, in Transform place, double phase)
    {
        const double Width = CarShape.WheelWidth;
        const double Radius = CarShape.WheelRadius;
        (double sine1, double cosine1) = Math.SinCos(phase);
        (double sine2, double cosine2) = Math.SinCos(phase + 1.2);
        if (sine1 > 0 && sine2 > 0)
        {
            return;
        }

        double end1 = sine1 > 0 ? Math.Sign(cosine1) : cosine1;
        double end2 = sine2 > 0 ? Math.Sign(cosine2) : cosine2;
        (float left, float right) = ((float)(-Width * CarShape.Size), (float)(Width * CarShape.Size));
        (float low, float high) = ((float)(Radius * end1 * CarShape.Size), (float)(Radius * end2 * CarShape.Size));
        ReadOnlySpan<Vec2> band = [new(left, low), new(right, low), new(right, high), new(left, high)];
        DrawPart(camera, place, band, TreadColor);
    }

    private void DrawMarks(in RaceCamera camera, ReadOnlySpan<SkidMark> marks)
    {
        foreach (SkidMark mark in marks)
        {
            uint color = mark.OnGrass ? 0x006666u : WheelColor;
            for (int i = 0; i + 1 < mark.Count; i++)
            {
                DrawSegment(camera, mark.Points[i], mark.Points[i + 1], color);
            }
        }
    }

    private void DrawSegment(in RaceCamera camera, Vec2 from, Vec2 to, uint color)
    {
        (double x0, double y0) = camera.Map(from.X, from.Y);
        (double x1, double y1) = camera.Map(to.X, to.Y);
        bool isSteep = Math.Abs(y1 - y0) > Math.Abs(x1 - x0);
        (int dx, int dy) = isSteep ? (1, 0) : (0, 1);
        (PixelPoint start, PixelPoint end) = (PixelPoint.Of(x0, y0), PixelPoint.Of(x1, y1));
        sketch.AddPlain(
            [start, end, new(end.X + dx, end.Y + dy), new(start.X + dx, start.Y + dy)], color, isFlipped: true);
    }
}
