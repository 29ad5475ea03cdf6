using GymSharp.Environments.Box2D;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Draws and shrinks as <see cref="Sketch"/> does, pixel by pixel, in the plainest way.</summary>
internal sealed class PlainPicture
{
    private readonly int width;
    private readonly int height;
    private readonly int[,,] pixels;
    private readonly LineClip clip;

    public PlainPicture(int width, int height)
    {
        (this.width, this.height) = (width, height);
        pixels = new int[height, width, 3];
        clip = new LineClip(width, height);
    }

    // Row 0 is the lowest.
    public void DrawSmooth(ReadOnlySpan<PixelPoint> corners, uint color)
    {
        for (int i = 0; i < corners.Length; i++)
        {
            (PixelPoint start, PixelPoint end) = (corners[i], corners[(i + 1) % corners.Length]);
            if (clip.Cut(ref start, ref end))
            {
                DrawLine(start, end, color);
            }
        }

        (int top, int bottom) = Rows(corners);
        for (int y = Math.Max(top, 0); y <= Math.Min(bottom, height - 1); y++)
        {
            List<int> ends = [];
            ForEachEdge(corners, (upper, lower) =>
            {
                if ((upper.Y <= y && y < lower.Y) || (y == bottom && upper.Y < y && lower.Y == y))
                {
                    int share = 65536 * (y - upper.Y) / (lower.Y - upper.Y);
                    ends.Add((share * (lower.X - upper.X)) + (65536 * upper.X));
                }
            });
            ends.Sort();
            for (int i = 0; i + 1 < ends.Count; i += 2)
            {
                Fill(height - 1 - y, Nearest(ends[i] + 1), Nearest(ends[i + 1] - 1), color);
            }
        }
    }

    public void DrawPlain(ReadOnlySpan<PixelPoint> corners, uint color, bool isFlipped)
    {
        (int top, int bottom) = Rows(corners);
        for (int y = Math.Max(top, 0); y <= Math.Min(bottom, height - 1); y++)
        {
            List<int> ends = [];
            ForEachEdge(corners, (upper, lower) =>
            {
                if (upper.Y <= y && (y < lower.Y || (y == bottom && lower.Y == y)))
                {
                    ends.Add(((y - upper.Y) * (lower.X - upper.X) / (lower.Y - upper.Y)) + upper.X);
                }
            });
            ends.Sort();
            int row = isFlipped ? height - 1 - y : y;
            for (int i = 0; i + 1 < ends.Count; i += 2)
            {
                Fill(row, ends[i], ends[i + 1], color);
            }

            for (int i = 0; i < corners.Length; i++)
            {
                (PixelPoint from, PixelPoint to) = (corners[i], corners[(i + 1) % corners.Length]);
                if (from.Y == y && to.Y == y && ((y > top && y < bottom) || top == bottom))
                {
                    Fill(row, from.X, to.X, color);
                }
            }
        }
    }

    // Each target takes whole pixels and shares of 2^-14 of the two at its ends; columns first, all rounded down.
    public byte[] Shrink(int columns, int rows)
    {
        int[,,] narrow = new int[height, columns, 3];
        byte[] rgb = new byte[rows * columns * 3];
        for (int part = 0; part < 3; part++)
        {
            for (int y = 0; y < height; y++)
            {
                Shrink(width, columns, x => pixels[y, x, part], (x, value) => narrow[y, x, part] = value);
            }

            for (int x = 0; x < columns; x++)
            {
                Shrink(height, rows, y => narrow[y, x, part], (y, value) => rgb[(((y * columns) + x) * 3) + part] =
                    (byte)value);
            }
        }

        return rgb;
    }

    private static void Shrink(int source, int target, Func<int, int> read, Action<int, int> write)
    {
        const int Whole = 0x4000;
        int space = (int)((long)Whole * source / target);
        int reciprocal = 0x40000000 / space;
        int left = space;
        int sum = 0;
        int at = 0;
        for (int i = 0; i < source && at < target; i++)
        {
            if (left > Whole)
            {
                sum += read(i);
                left -= Whole;
                continue;
            }

            sum += (read(i) * left) >> 14;
            write(at++, (sum * reciprocal) >> 16);
            sum = (read(i) * (Whole - left)) >> 14;
            left = space - (Whole - left);
        }
    }

    private void DrawLine(PixelPoint start, PixelPoint end, uint color)
    {
        (PixelPoint upper, PixelPoint lower) = start.Y > end.Y ? (end, start) : (start, end);
        (int dx, int dy) = (Math.Abs(lower.X - upper.X), lower.Y - upper.Y);
        int step = Math.Sign(lower.X - upper.X);
        if (dx == 0 || dy == 0)
        {
            for (int y = upper.Y; y <= lower.Y; y++)
            {
                Fill(height - 1 - y, upper.X, lower.X, color);
            }

            return;
        }

        Blend(start.X, start.Y, color, 256);
        for (int k = 1; k < Math.Max(dx, dy); k++)
        {
            int run = k * ((Math.Min(dx, dy) << 16) / Math.Max(dx, dy));
            int weight = (run >> 8) & 255;
            (int x, int y) = dy > dx
                ? (upper.X + (step * (run >> 16)), upper.Y + k)
                : (upper.X + (step * k), upper.Y + (run >> 16));
            Blend(x, y, color, Math.Max(254 - weight, 0));
            Blend(dy > dx ? x + step : x, dy > dx ? y : y + 1, color, Math.Max(weight - 1, 0));
        }
    }

    private void Blend(int x, int y, uint color, int alpha)
    {
        for (int part = 0; part < 3 && x >= 0 && x < width && y < height; part++)
        {
            ref int below = ref pixels[height - 1 - y, x, part];
            int above = (int)(color >> (8 * part)) & 255;
            below = ((below * (256 - alpha)) + (above * alpha)) >> 8;
        }
    }

    private void Fill(int row, int from, int to, uint color)
    {
        for (int x = Math.Max(Math.Min(from, to), 0); x <= Math.Min(Math.Max(from, to), width - 1); x++)
        {
            for (int part = 0; part < 3; part++)
            {
                pixels[row, x, part] = (int)(color >> (8 * part)) & 255;
            }
        }
    }

    private static (int Top, int Bottom) Rows(ReadOnlySpan<PixelPoint> corners)
    {
        (int top, int bottom) = (int.MaxValue, int.MinValue);
        foreach (PixelPoint corner in corners)
        {
            (top, bottom) = (Math.Min(top, corner.Y), Math.Max(bottom, corner.Y));
        }

        return (top, bottom);
    }

    private static void ForEachEdge(ReadOnlySpan<PixelPoint> corners, Action<PixelPoint, PixelPoint> see)
    {
        for (int i = 0; i < corners.Length; i++)
        {
            (PixelPoint from, PixelPoint to) = (corners[i], corners[(i + 1) % corners.Length]);
            if (from.Y != to.Y)
            {
                see(from.Y < to.Y ? from : to, from.Y < to.Y ? to : from);
            }
        }
    }

    private static int Nearest(int fixedPoint) => (int)Math.Floor((fixedPoint / 65536.0) + 0.5);
}
