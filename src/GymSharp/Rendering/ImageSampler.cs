namespace GymSharp.Rendering;

/// <summary>Reads colours from a frame at places between its pixels.</summary>
internal readonly struct ImageSampler
{
    private readonly byte[] pixels;
    private readonly int width;
    private readonly PixelRectangle source;
    private readonly Color? key;
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
        this.key = key;
        reachX = Math.Max(1, Math.Abs(toSource.XX) + Math.Abs(toSource.XY)) / 2;
        reachY = Math.Max(1, Math.Abs(toSource.YX) + Math.Abs(toSource.YY)) / 2;
    }

    /// <summary>The pixel that holds the place.</summary>
    public Color Nearest(Point place)
    {
        int x = (int)Math.Clamp(Math.Floor(place.X), source.X, source.Right - 1);
        int y = (int)Math.Clamp(Math.Floor(place.Y), source.Y, source.Bottom - 1);
        return Read(x, y);
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
            int row = Math.Clamp(y, source.Y, source.Bottom - 1);
            for (int x = (int)Math.Floor(left); x < right; x++)
            {
                double share = rowShare * (Math.Min(right, x + 1) - Math.Max(left, x));
                Color color = Read(Math.Clamp(x, source.X, source.Right - 1), row);
                share = color.A == 0 ? 0 : share;
                red += share * color.R;
                green += share * color.G;
                blue += share * color.B;
                opaque += share;
            }
        }

        double total = 4 * reachX * reachY;
        return opaque == 0 ? default : new Color(
            ToByte(red / opaque), ToByte(green / opaque), ToByte(blue / opaque), ToByte(255 * opaque / total));
    }

    private static byte ToByte(double value) => (byte)Math.Clamp(Math.Floor(value + 0.5), 0, 255);

    private Color Read(int x, int y)
    {
        int at = ((y * width) + x) * 3;
        Color color = new(pixels[at], pixels[at + 1], pixels[at + 2]);
        return color == key ? default : color;
    }
}
