namespace GymSharp.Environments.Box2D;

/// <summary>How much of the sides that a quadrangle shares with its neighbours needs to be drawn.</summary>
/// <remarks>
/// Of two quadrangles that lie on either side of a common side and are drawn one after the other, the second one covers
/// what the first one's line leaves on its own side, and the first one's inside covers the rest, but near the ends. The
/// second one's line is not seen there either if both have the same colour.
/// </remarks>
/// <param name="Ahead">Points at either end of the line from corner 0 to corner 1 that need to be drawn.</param>
/// <param name="Behind">The same for the line from corner 2 to corner 3.</param>
internal readonly record struct SharedSides(int Ahead, int Behind)
{
    /// <summary>What stands for a whole line.</summary>
    public const int All = 0;

    // The lines' pixels are that far from the common side at most, whichever way it is cut off and rounded.
    private const int Reach = 6;

    /// <summary>How much of a line needs to be drawn, or <see cref="All"/>.</summary>
    /// <param name="side">The corner at which it begins.</param>
    public int MarginOf(int side) => side switch { 0 => Ahead, 2 => Behind, _ => All };

    /// <summary>How much of the common side of two quadrangles needs to be drawn by the first one.</summary>
    /// <param name="first">Corners of which 0 and 1 are common.</param>
    /// <param name="second">Corners of which 3 and 2 are the same.</param>
    public static int Between(ReadOnlySpan<PixelPoint> first, ReadOnlySpan<PixelPoint> second)
    {
        int turn = Turn(first);
        if (turn == 0 || turn != Turn(second) || first[0] != second[3] || first[1] != second[2])
        {
            return All;
        }

        int one = Margin(first[0], first[1], (first[2].X + first[3].X, first[2].Y + first[3].Y));
        int other = Margin(first[0], first[1], (second[0].X + second[1].X, second[0].Y + second[1].Y));
        return one == All || other == All ? All : Math.Max(one, other);
    }

    // 1 or -1 for a convex quadrangle, after the way that it turns.
    private static int Turn(ReadOnlySpan<PixelPoint> corners)
    {
        int sum = 0;
        for (int i = 0; i < 4; i++)
        {
            (PixelPoint a, PixelPoint b, PixelPoint c) = (corners[i], corners[(i + 1) & 3], corners[(i + 2) & 3]);
            sum += Math.Sign(((long)(b.X - a.X) * (c.Y - b.Y)) - ((long)(b.Y - a.Y) * (c.X - b.X)));
        }

        return sum / 4;
    }

    // A convex shape contains the triangle of a side and a point opposite, whose width grows evenly from both ends of
    // the side. Coordinates of the point are doubled.
    private static int Margin(PixelPoint from, PixelPoint to, (int X, int Y) opposite)
    {
        (long dx, long dy) = (to.X - from.X, to.Y - from.Y);
        (long x, long y) = (opposite.X - (2 * from.X), opposite.Y - (2 * from.Y));
        long area = Math.Abs((dx * y) - (dy * x));
        (long length, long at) = Math.Abs(dy) > Math.Abs(dx)
            ? (Math.Abs(dy), y * Math.Sign(dy))
            : (Math.Abs(dx), x * Math.Sign(dx));
        if (at <= 0 || at >= 2 * length || area == 0)
        {
            return All;
        }

        long furthest = Math.Max(at, (2 * length) - at);
        return (int)Math.Min((Reach * furthest * length / area) + 3, int.MaxValue / 4);
    }
}
