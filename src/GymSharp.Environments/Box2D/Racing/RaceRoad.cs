namespace GymSharp.Environments.Box2D;

/// <summary>The quadrangles that the road is drawn from: tiles, and borders of hard turns.</summary>
internal sealed class RaceRoad
{
    private readonly (double X, double Y)[] corners;
    private readonly uint[] colors;
    private readonly (double X, double Y, double Radius)[] circles;
    private readonly int[] polygonOfTile;

    /// <summary>Lays a road.</summary>
    /// <param name="track">The points of the track.</param>
    public RaceRoad(TrackPoint[] track)
    {
        bool[] borders = TrackBuilder.Borders(track);
        Track = track;
        polygonOfTile = new int[track.Length + 1];
        List<(double X, double Y)> points = new(6 * track.Length);
        List<uint> shades = new(2 * track.Length);
        for (int i = 0; i < track.Length; i++)
        {
            (TrackPoint to, TrackPoint from) = (track[i], track[i == 0 ? ^1 : i - 1]);
            polygonOfTile[i] = shades.Count;
            shades.Add(0);
            points.AddRange(
            [
                to.Across(-RacingScale.TrackWidth), to.Across(RacingScale.TrackWidth),
                from.Across(RacingScale.TrackWidth), from.Across(-RacingScale.TrackWidth),
            ]);
            if (borders[i])
            {
                shades.Add(i % 2 == 0 ? 0xFFFFFFu : 0x0000FFu);
                AddBorder(points, to, from);
            }
        }

        polygonOfTile[^1] = shades.Count;
        corners = [.. points];
        colors = [.. shades];
        circles = new (double X, double Y, double Radius)[colors.Length];
        for (int i = 0; i < circles.Length; i++)
        {
            circles[i] = CircleAround(Polygon(i));
        }
    }

    /// <summary>The points of the track.</summary>
    public TrackPoint[] Track { get; }

    /// <summary>Colours of the quadrangles, 0x00BBGGRR.</summary>
    public Span<uint> Colors => colors;

    /// <summary>The corners of a quadrangle, metres.</summary>
    public ReadOnlySpan<(double X, double Y)> Polygon(int index) => corners.AsSpan(4 * index, 4);

    /// <summary>A circle around a quadrangle, metres.</summary>
    public (double X, double Y, double Radius) Circle(int index) => circles[index];

    /// <summary>The quadrangle of a tile; its border, if it has one, is the next one. After the last tile, their
    /// number.</summary>
    public int PolygonOf(int tile) => polygonOfTile[tile];

    /// <summary>The corners of a tile, metres.</summary>
    public ReadOnlySpan<(double X, double Y)> Tile(int tile) => Polygon(polygonOfTile[tile]);

    /// <summary>The colour of a tile.</summary>
    public ref uint TileColor(int tile) => ref colors[polygonOfTile[tile]];

    private static (double X, double Y, double Radius) CircleAround(ReadOnlySpan<(double X, double Y)> corners)
    {
        (double x, double y) = ((corners[0].X + corners[2].X) / 2, (corners[0].Y + corners[2].Y) / 2);
        double radius = 0;
        foreach ((double cornerX, double cornerY) in corners)
        {
            radius = Math.Max(radius, Math.Sqrt(((cornerX - x) * (cornerX - x)) + ((cornerY - y) * (cornerY - y))));
        }

        return (x, y, radius);
    }

    private static void AddBorder(List<(double X, double Y)> points, TrackPoint to, TrackPoint from)
    {
        int side = Math.Sign(from.Beta - to.Beta);
        double inner = side * RacingScale.TrackWidth;
        double outer = side * (RacingScale.TrackWidth + RacingScale.Border);
        points.AddRange([to.Across(inner), to.Across(outer), from.Across(outer), from.Across(inner)]);
    }
}
