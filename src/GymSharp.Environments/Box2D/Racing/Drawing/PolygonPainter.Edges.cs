using System.Runtime.CompilerServices;

namespace GymSharp.Environments.Box2D;

/// <content>Blended edges.</content>
internal sealed partial class PolygonPainter
{
    [Flags]
    private enum Outside
    {
        None = 0,
        Left = 1,
        Right = 2,
        Below = 4,
        Above = 8,
    }

    // X. Wu, "An efficient antialiasing technique", SIGGRAPH 1991, as SDL_gfx has it: the start is opaque, the end is
    // left to the next edge, and in between two pixels share the weight 255.
    private void DrawEdge(PixelPoint start, PixelPoint end, uint color)
    {
        if (!Clip(ref start, ref end))
        {
            return;
        }

        (PixelPoint upper, PixelPoint lower) = start.Y > end.Y ? (end, start) : (start, end);
        int dx = lower.X - upper.X;
        int dy = lower.Y - upper.Y;
        if (dx == 0 || dy == 0)
        {
            DrawLevel(upper, lower, color);
            return;
        }

        if (start.Y >= FirstRow)
        {
            surface.Blend(start.X, Stored(start.Y), color, Uncovered(start.X, Stored(start.Y), 256));
        }

        int step = Math.Sign(dx);
        dx = Math.Abs(dx);
        if (dy > dx)
        {
            DrawSteep(upper, dy, (long)((dx << 16) / dy) << 16, step, color);
        }
        else
        {
            DrawFlat(upper, dx, (long)((dy << 16) / dx) << 16, step, color);
        }
    }

    private void DrawLevel(PixelPoint upper, PixelPoint lower, uint color)
    {
        for (int y = upper.Y; y <= lower.Y; y++)
        {
            if (y >= FirstRow)
            {
                surface.FillRun(Stored(y), Math.Min(upper.X, lower.X), Math.Max(upper.X, lower.X), color);
            }
        }
    }

    // The slope is in 32.32 fixed point, cut to 16 bits after the point. Two pixels of a row share the weight.
    private void DrawSteep(PixelPoint upper, int length, long slope, int step, uint color)
    {
        int first = Math.Max(1, FirstRow - upper.Y);
        long run = first * slope;
        int down = IsFlipped ? -1 : 1;
        int y = Stored(upper.Y + first);
        for (int k = first; k < length; k++, y += down, run += slope)
        {
            int x = upper.X + (step * (int)(run >> 32));
            uint weight = (uint)(run >> 24) & 255;
            int other = x + step;
            uint alpha = Uncovered(x, y, Alpha(255 - weight));
            uint otherAlpha = (uint)other < (uint)surface.Width ? Uncovered(other, y, Alpha(weight)) : 0;
            if (alpha != 0 & otherAlpha != 0)
            {
                surface.Blend(x, y, color, alpha);
                alpha = 0;
            }

            surface.Blend(otherAlpha != 0 ? other : x, y, color, alpha | otherAlpha);
        }
    }

    // Two pixels of a column share the weight.
    private void DrawFlat(PixelPoint upper, int length, long slope, int step, uint color)
    {
        long rise = slope;
        int x = upper.X + step;
        for (int k = 1; k < length; k++, x += step, rise += slope)
        {
            int y = upper.Y + (int)(rise >> 32);
            uint weight = (uint)(rise >> 24) & 255;
            int other = Math.Min(y + 1, surface.Height - 1);
            uint alpha = y >= FirstRow ? Uncovered(x, Stored(y), Alpha(255 - weight)) : 0;
            uint otherAlpha = other > y && other >= FirstRow ? Uncovered(x, Stored(other), Alpha(weight)) : 0;
            if (alpha != 0 & otherAlpha != 0)
            {
                surface.Blend(x, Stored(y), color, alpha);
                alpha = 0;
            }

            surface.Blend(x, Stored(otherAlpha != 0 ? other : y), color, alpha | otherAlpha);
        }
    }

    // A weight w counts as floor(255 w / 256): one less, except for 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Alpha(uint weight) => weight == 0 ? 0 : weight - 1;

    // What the inside will cover need not be mixed. That leaves one of two pixels mostly, either of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Uncovered(int x, int storedY, uint alpha) => runs.Contains(x, storedY) ? 0 : alpha;

    // Cohen and Sutherland's method; the ends may come back swapped, and intersections are cut towards the line's
    // start, which both show in the pixels.
    private bool Clip(ref PixelPoint start, ref PixelPoint end)
    {
        while (true)
        {
            Outside from = Where(start);
            Outside to = Where(end);
            if ((from | to) == Outside.None)
            {
                return true;
            }

            if ((from & to) != Outside.None)
            {
                return false;
            }

            if (from == Outside.None)
            {
                (start, end, from) = (end, start, to);
            }

            start = Cut(start, end, from);
        }
    }

    private PixelPoint Cut(PixelPoint start, PixelPoint end, Outside from)
    {
        int dx = end.X - start.X;
        float slope = dx != 0 ? (float)(end.Y - start.Y) / dx : 1.0f;
        if ((from & (Outside.Left | Outside.Right)) != Outside.None)
        {
            int x = (from & Outside.Left) != Outside.None ? 0 : surface.Width - 1;
            return new PixelPoint(x, start.Y + (short)((x - start.X) * slope));
        }

        int y = (from & Outside.Below) != Outside.None ? surface.Height - 1 : 0;
        return new PixelPoint(dx != 0 ? start.X + (short)((y - start.Y) / slope) : start.X, y);
    }

    private Outside Where(PixelPoint point)
    {
        Outside across = point.X < 0 ? Outside.Left : point.X >= surface.Width ? Outside.Right : Outside.None;
        Outside down = point.Y < 0 ? Outside.Above : point.Y >= surface.Height ? Outside.Below : Outside.None;
        return across | down;
    }
}
