namespace GymSharp.Rendering;

/// <summary>Reads colours from a frame at places between its pixels.</summary>
internal readonly struct ImageSampler
{
    private readonly byte[] pixels;
    private readonly int width;
    private readonly PixelRectangle source;
    private readonly int key;
    private readonly double reachX;
    private readonly double reachY;

    /// <summary>Reads the source part of a frame.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="source">The part that may be read; beyond it the nearest pixel of it counts.</param>
    /// <param name="key">The colour that stands for nothing.</param>
    /// <param name="toSource">From pixels of the canvas to pixels of the picture; tells how much is averaged.</param>
    public ImageSampler(Frame frame, PixelRectangle source, Color? key, AffineTransform toSource)
    {
        pixels = frame.Pixels;
        width = frame.Width;
        this.source = source;
        this.key = key is { } color ? Pack(color.R, color.G, color.B) : -1;
        reachX = Math.Max(1, Math.Abs(toSource.XX) + Math.Abs(toSource.XY)) / 2;
        reachY = Math.Max(1, Math.Abs(toSource.YX) + Math.Abs(toSource.YY)) / 2;
    }

    /// <summary>The pixel that holds the place.</summary>
    public Color Nearest(Point place)
    {
        int x = (int)Math.Clamp(Math.Floor(place.X), source.X, source.Right - 1);
        int y = (int)Math.Clamp(Math.Floor(place.Y), source.Y, source.Bottom - 1);
        int at = ((y * width) + x) * 3;
        return IsKey(at) ? default : new Color(pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    /// <summary>Finds the byte offset in a row of the pixel that each column of the canvas shows.</summary>
    public void FindColumns(AffineTransform toSource, Span<int> columns)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            double x = toSource.Apply(new Point(i + 0.5, 0.5)).X;
            columns[i] = 3 * (int)Math.Clamp(Math.Floor(x), source.X, source.Right - 1);
        }
    }

    /// <summary>Copies the nearest pixels of one row.</summary>
    public void CopyRow(double y, ReadOnlySpan<int> columns, Span<byte> run)
    {
        int row = (int)Math.Clamp(Math.Floor(y), source.Y, source.Bottom - 1) * width * 3;
        int to = 0;
        foreach (int column in columns)
        {
            int at = row + column;
            if (!IsKey(at))
            {
                run[to] = pixels[at];
                run[to + 1] = pixels[at + 1];
                run[to + 2] = pixels[at + 2];
            }

            to += 3;
        }
    }

    /// <summary>The mean over the box around the place; without scaling that is bilinear interpolation.</summary>
    public Color Mean(Point place)
    {
        double left = place.X - reachX;
        double right = place.X + reachX;
        double top = place.Y - reachY;
        double bottom = place.Y + reachY;
        double red = 0;
        double green = 0;
        double blue = 0;
        double opaque = 0;
        for (int y = (int)Math.Floor(top); y < bottom; y++)
        {
            double rowShare = Math.Min(bottom, y + 1) - Math.Max(top, y);
            int row = Math.Clamp(y, source.Y, source.Bottom - 1) * width;
            for (int x = (int)Math.Floor(left); x < right; x++)
            {
                int at = (row + Math.Clamp(x, source.X, source.Right - 1)) * 3;
                if (IsKey(at))
                {
                    continue;
                }

                double share = rowShare * (Math.Min(right, x + 1) - Math.Max(left, x));
                red += share * pixels[at];
                green += share * pixels[at + 1];
                blue += share * pixels[at + 2];
                opaque += share;
            }
        }

        double total = 4 * reachX * reachY;
        double scale = opaque > 0 ? 1 / opaque : 0;
        return new Color(
            ToByte(red * scale), ToByte(green * scale), ToByte(blue * scale), ToByte(255 * opaque / total));
    }

    private static int Pack(byte red, byte green, byte blue) => (red << 16) | (green << 8) | blue;

    private static byte ToByte(double value) => (byte)(int)Math.Min(value + 0.5, 255);

    private bool IsKey(int at) => key >= 0 && Pack(pixels[at], pixels[at + 1], pixels[at + 2]) == key;
}
