using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>An edge of a polygon's inside: where it crosses rows, for several rows at once.</summary>
/// <remarks>
/// Rows are those of the picture, counted from its top. The edge leads down from an upper end, which lies lower in the
/// picture where the polygon is flipped.
/// </remarks>
internal struct PolygonEdge
{
    // Beyond these sizes, products with heights would not be exact in float32.
    private const int MaximumHeight = 1024;
    private const int MaximumWidth = 1024;
    private int origin;
    private int direction;
    private int upperX;
    private int width;
    private int height;
    private int quotient;
    private int remainder;
    private float inverse;

    /// <summary>First row that the edge crosses.</summary>
    public int First { get; private set; }

    /// <summary>Last row that the edge crosses.</summary>
    public int Last { get; private set; }

    /// <summary>Whether the polygon's outline goes down here.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Whether <see cref="CrossCut"/> is exact.</summary>
    public readonly bool IsSmall => height <= MaximumHeight && Math.Abs(width) <= MaximumWidth;

    /// <summary>An edge that is not level.</summary>
    /// <param name="from">Its start, unflipped.</param>
    /// <param name="to">Its end, unflipped.</param>
    /// <param name="bottom">The last row of the polygon, unflipped: there edges cross their ends, too.</param>
    /// <param name="flip">The height of the picture less one where it is flipped; else −1.</param>
    public static PolygonEdge Of(PixelPoint from, PixelPoint to, int bottom, int flip)
    {
        bool isDown = from.Y < to.Y;
        (PixelPoint upper, PixelPoint lower) = isDown ? (from, to) : (to, from);
        int last = lower.Y == bottom ? bottom : lower.Y - 1;
        int height = lower.Y - upper.Y;
        int quotient = 65536 / height;
        return new PolygonEdge
        {
            origin = flip < 0 ? -upper.Y : flip - upper.Y,
            direction = flip < 0 ? 1 : -1,
            upperX = upper.X,
            width = lower.X - upper.X,
            height = height,
            quotient = quotient,
            remainder = 65536 - (quotient * height),
            inverse = 1f / height,
            First = flip < 0 ? upper.Y : flip - last,
            Last = flip < 0 ? last : flip - upper.Y,
            IsDown = isDown,
        };
    }

    /// <summary>Crossings of eight rows in 16.16 fixed point; the share of the edge above a row is cut to 16
    /// bits.</summary>
    /// <param name="row">The first row. Rows that the edge does not cross have no meaning.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<int> CrossRounded(int row)
    {
        // floor(65536 k / height) from that of the first k on, by a quotient and a remainder.
        int k = origin + (direction * row);
        int start = Math.Max(direction > 0 ? k : k - (Vector256<int>.Count - 1), 0);
        (int share, int rest) = Math.DivRem(65536 * start, height);
        Vector256<int> more = Vector256.Create(k - start) + (Vector256<int>.Indices * direction);
        Vector256<int> carried = Divide(Vector256.Create(rest) + (more * remainder));
        Vector256<int> shares = Vector256.Create(share) + (more * quotient) + carried;
        return (shares * width) + Vector256.Create(upperX << 16);
    }

    /// <summary>Crossings of eight rows, cut towards the upper end.</summary>
    /// <param name="row">The first row. Rows that the edge does not cross have no meaning.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<int> CrossCut(int row)
    {
        Vector256<int> k = Vector256.Create(origin + (direction * row)) + (Vector256<int>.Indices * direction);
        Vector256<int> across = Divide(k * Math.Abs(width));
        return Vector256.Create(upperX) + (width < 0 ? -across : across);
    }

    // Half a unit keeps the quotient of a multiple of the height from being rounded below it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<int> Divide(Vector256<int> product) => Vector256.ConvertToInt32Native(
        (Vector256.ConvertToSingle(product) + Vector256.Create(0.5f)) * inverse);
}
