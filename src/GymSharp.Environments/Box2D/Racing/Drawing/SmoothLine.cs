using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>A blended line of a flipped picture, drawn band by band from the top.</summary>
/// <remarks>
/// X. Wu, "An efficient antialiasing technique", SIGGRAPH 1991, as SDL_gfx has it: the start is opaque, the end is left
/// to the next line, and in between two pixels share the weight 255. The slope has 16 bits after the point, of which 8
/// are the weight w of the second pixel; a weight counts as floor(255 w / 256), one less except for 0.
/// </remarks>
internal struct SmoothLine
{
    private const int Weights = 256;

    // For each weight w four times the alpha of 255 - w, four times that of w.
    private static readonly Vector128<ushort>[] Alphas = MakeAlphas();
    private Slant slant;
    private int upperX;
    private int step;
    private int slope;
    private double inverse;

    // Points are counted from the upper end, whose row is the origin. These lie between the ends and are blended.
    private int origin;
    private int low;
    private int high;
    private PixelPoint start;
    private int first;
    private int last;

    private enum Slant
    {
        Level,
        Steep,
        Flat,
    }

    /// <summary>A line that lies inside the picture.</summary>
    /// <param name="from">Its start; row 0 is the lowest.</param>
    /// <param name="to">Its end.</param>
    /// <param name="flip">The height of the picture less one.</param>
    public static SmoothLine Of(PixelPoint from, PixelPoint to, int flip)
    {
        (PixelPoint upper, PixelPoint lower) = from.Y > to.Y ? (to, from) : (from, to);
        (int dx, int dy) = (Math.Abs(lower.X - upper.X), lower.Y - upper.Y);
        SmoothLine line = new()
        {
            slant = dx == 0 || dy == 0 ? Slant.Level : dy > dx ? Slant.Steep : Slant.Flat,
            upperX = upper.X,
            step = Math.Sign(lower.X - upper.X),
            origin = flip - upper.Y,
            low = 1,
            high = Math.Max(dx, dy) - 1,
            start = new PixelPoint(from.X, flip - from.Y),
            first = flip - lower.Y,
            last = flip - upper.Y,
        };
        if (line.slant != Slant.Level)
        {
            line.slope = (Math.Min(dx, dy) << 16) / Math.Max(dx, dy);
            line.inverse = 65536.0 / line.slope;
        }

        return line;
    }

    /// <summary>What remains at both ends where the middle need not be drawn.</summary>
    /// <param name="margin">Points at either end that need to be drawn.</param>
    /// <returns>Two lines; null where the line is too short for that or level.</returns>
    public readonly (SmoothLine Upper, SmoothLine Lower)? Without(int margin)
    {
        if (slant == Slant.Level || high - low < 2 * margin)
        {
            return null;
        }

        SmoothLine upper = this;
        SmoothLine lower = this;
        upper.high = margin;
        lower.low = high + 1 - margin;
        upper.first = origin - 1 - Rise(upper.high);
        lower.last = origin - Rise(lower.low);
        ((start.Y == origin) ? ref lower : ref upper).start = new PixelPoint(0, -1);
        return (upper, lower);
    }

    /// <summary>Draws what lies in a band.</summary>
    /// <param name="surface">The band.</param>
    /// <param name="rows">Its rows in the picture; all bands above it had their turn.</param>
    /// <param name="color">The colour, 0x00BBGGRR.</param>
    public void Draw(BandSurface surface, (int Top, int Bottom) rows, uint color)
    {
        if (first > rows.Bottom || last < rows.Top)
        {
            return;
        }

        if (slant == Slant.Level)
        {
            DrawLevel(surface, rows, color);
            return;
        }

        if (start.Y >= rows.Top && start.Y <= rows.Bottom)
        {
            surface.Set(start.X, start.Y - rows.Top, color);
        }

        if (slant == Slant.Steep)
        {
            DrawSteep(surface, rows, color);
        }
        else
        {
            DrawFlat(surface, rows, color);
        }
    }

    private readonly void DrawLevel(BandSurface surface, (int Top, int Bottom) rows, uint color)
    {
        int end = Math.Min(last, rows.Bottom);
        for (int y = Math.Max(first, rows.Top); y <= end; y++)
        {
            surface.FillRun(y - rows.Top, upperX, upperX + (step * (high + 1)), color);
        }
    }

    // Two pixels of a row share the weight.
    private readonly void DrawSteep(BandSurface surface, (int Top, int Bottom) rows, uint color)
    {
        int top = Math.Max(origin - high, rows.Top);
        int bottom = Math.Min(origin - low, rows.Bottom);
        if (top > bottom)
        {
            return;
        }

        int run = (origin - top) * slope;
        int from = upperX + (step * (run >> 16));
        int to = upperX + (step * (((origin - bottom) * slope) >> 16));
        surface.Touch(
            Math.Max(Math.Min(from, to) + Math.Min(step, 0), 0),
            Math.Min(Math.Max(from, to) + Math.Max(step, 0), surface.Width - 1),
            color);
        Vector128<ushort> above = Widen(color | ((ulong)color << 32));
        ref uint pixels = ref surface.At(upperX, top - rows.Top);
        for (int y = top; y <= bottom; y++, run -= slope)
        {
            ref uint pixel = ref Unsafe.Add(ref pixels, step * (run >> 16) * BandSurface.Column);
            ref uint other = ref Unsafe.Add(ref pixel, step * BandSurface.Column);
            ulong mixed = Mix(pixel | ((ulong)other << 32), above, (run >> 8) & 255);
            pixel = (uint)mixed;
            other = (uint)(mixed >> 32);
            pixels = ref Unsafe.Add(ref pixels, 1);
        }
    }

    // Two pixels of a column share the weight; the second one lies above the first.
    private void DrawFlat(BandSurface surface, (int Top, int Bottom) rows, uint color)
    {
        // Points whose second pixel lies in this band or above it; those whose first one does, too, are done then.
        int end = Reach(origin - 1 - rows.Bottom);
        if (end > high)
        {
            return;
        }

        (int from, int to) = (upperX + (step * high), upperX + (step * end));
        surface.Touch(Math.Min(from, to), Math.Max(from, to), color);
        Vector128<ushort> above = Widen(color | ((ulong)color << 32));
        ref uint pixels = ref surface.At(from, origin - 1 - rows.Top);
        int run = high * slope;
        for (int k = high; k >= end; k--, run -= slope)
        {
            ref byte pair = ref Unsafe.As<uint, byte>(ref Unsafe.Subtract(ref pixels, run >> 16));
            Unsafe.WriteUnaligned(
                ref pair, Mix(Unsafe.ReadUnaligned<ulong>(ref pair), above, 255 - ((run >> 8) & 255)));
            pixels = ref Unsafe.Subtract(ref pixels, step * BandSurface.Column);
        }

        high = Math.Min(high, Reach(origin - rows.Bottom) - 1);
    }

    // The first point that is so many rows away from the upper end; what is added is less than a part of the quotient.
    private readonly int Reach(int rows) => Math.Max(low, (int)Math.Ceiling((rows * inverse) - 1e-6));

    // Rows from the upper end to a point.
    private readonly int Rise(int point) => slant == Slant.Steep ? point : (point * slope) >> 16;

    // d + floor((s - d) alpha / 256) for each part of two pixels.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong below, Vector128<ushort> above, int weight)
    {
        Vector128<ushort> alpha = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Alphas), weight);
        Vector128<ushort> keep = Vector128.Create((ushort)256) - alpha;
        Vector128<ushort> mixed = ((Widen(below) * keep) + (above * alpha)) >> 8;
        return Wide16.Narrow(mixed, mixed).AsUInt64().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Widen(ulong pixels) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(pixels).AsByte());

    private static Vector128<ushort>[] MakeAlphas()
    {
        Vector128<ushort>[] alphas = new Vector128<ushort>[Weights];
        for (int weight = 0; weight < Weights; weight++)
        {
            alphas[weight] = Vector128.Create(Alpha(255 - weight), Alpha(weight));
        }

        return alphas;
    }

    private static Vector64<ushort> Alpha(int weight) => Vector64.Create((ushort)Math.Max(weight - 1, 0));
}
