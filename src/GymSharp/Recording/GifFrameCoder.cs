using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Turns a frame into the changed rectangle, its colours and a colour number per pixel.</summary>
internal sealed class GifFrameCoder
{
    private const int MostColors = 256;

    private readonly ColorTable table = new();
    private ColorQuantizer? quantizer;
    private byte[] source = [];
    private byte[] shown = [];
    private bool[] changed = [];
    private byte[] indices = [];
    private byte[] reducedColors = [];
    private bool reduced;
    private int width;

    /// <summary>The part of the picture to store.</summary>
    public PixelRectangle Area { get; private set; }

    /// <summary>The number of the colour that leaves a pixel as it was, or -1.</summary>
    public int Transparent { get; private set; }

    /// <summary>The colours as RGB bytes, without <see cref="Transparent"/>.</summary>
    public ReadOnlySpan<byte> Colors => reduced ? reducedColors : table.Colors;

    /// <summary>How many colour numbers there are, with <see cref="Transparent"/>.</summary>
    public int ColorCount => (Colors.Length / 3) + (Transparent >= 0 ? 1 : 0);

    /// <summary>One colour number per pixel of <see cref="Area"/>.</summary>
    public ReadOnlySpan<byte> Indices => indices.AsSpan(0, Area.Width * Area.Height);

    /// <summary>Encodes the next frame of an animation.</summary>
    /// <param name="frame">The frame; all have one size.</param>
    /// <param name="preferred">Colours to use as they are if they suffice, or null.</param>
    public void Encode(Frame frame, byte[]? preferred)
    {
        bool first = shown.Length == 0;
        if (first)
        {
            width = frame.Width;
            shown = new byte[frame.Pixels.Length];
            source = new byte[frame.Pixels.Length];
            changed = new bool[frame.Width * frame.Height];
            indices = new byte[changed.Length];
        }

        bool exact = first || HasFewColors(frame.Pixels);
        Area = first ? new PixelRectangle(0, 0, frame.Width, frame.Height) : FindChanges(frame, exact);
        if (first)
        {
            changed.AsSpan().Fill(true);
        }

        ChooseColors(frame.Pixels, preferred);
        NumberPixels(frame.Pixels);
        frame.Pixels.CopyTo(source, 0);
    }

    // Differences to what players show, so that errors of reduced frames do not stay; but while frames must be
    // reduced anyway, a pixel whose source did not change keeps the colour it was given.
    private PixelRectangle FindChanges(Frame frame, bool exact)
    {
        int stride = width * 3;
        int left = int.MaxValue;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<byte> row = frame.Pixels.AsSpan(y * stride, stride);
            ReadOnlySpan<byte> before = (exact ? shown : source).AsSpan(y * stride, stride);
            Span<bool> marks = changed.AsSpan(y * width, width);
            marks.Clear();
            int column = row.CommonPrefixLength(before) / 3;
            if (column >= width)
            {
                continue;
            }

            left = Math.Min(left, column);
            top = top < 0 ? y : top;
            bottom = y;
            for (; column < width; column++)
            {
                marks[column] = !row.Slice(column * 3, 3).SequenceEqual(before.Slice(column * 3, 3));
                right = marks[column] ? Math.Max(right, column) : right;
            }
        }

        return right < 0
            ? new PixelRectangle(0, 0, 1, 1)
            : new PixelRectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private bool HasFewColors(ReadOnlySpan<byte> pixels)
    {
        table.Clear();
        return TryAdd(pixels, new PixelRectangle(0, 0, width, changed.Length / width), MostColors, all: true);
    }

    private bool TryAdd(ReadOnlySpan<byte> pixels, PixelRectangle area, int limit, bool all)
    {
        int previous = -1;
        for (int y = area.Y; y < area.Bottom; y++)
        {
            for (int at = (y * width) + area.X; at < (y * width) + area.Right; at++)
            {
                int key = (pixels[at * 3] << 16) | (pixels[(at * 3) + 1] << 8) | pixels[(at * 3) + 2];
                if (key == previous || (!all && !changed[at]))
                {
                    continue;
                }

                previous = key;
                if (table.Add(pixels[at * 3], pixels[(at * 3) + 1], pixels[(at * 3) + 2], limit) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // In order of preference: the given colours; the changed pixels' own and a transparent one; all own; reduced ones.
    private void ChooseColors(ReadOnlySpan<byte> pixels, byte[]? preferred)
    {
        const int WithTransparent = MostColors - 1;
        reduced = false;
        if (preferred is not null && preferred.Length <= WithTransparent * 3)
        {
            table.Set(preferred);
            Transparent = table.Count;
            if (table.Count * 3 == preferred.Length && TryAdd(pixels, Area, table.Count, all: false))
            {
                return;
            }
        }

        table.Clear();
        if (TryAdd(pixels, Area, WithTransparent, all: false))
        {
            Transparent = table.Count;
            return;
        }

        table.Clear();
        Transparent = -1;
        if (!TryAdd(pixels, Area, MostColors, all: true))
        {
            Reduce(pixels, WithTransparent);
        }
    }

    private void Reduce(ReadOnlySpan<byte> pixels, int limit)
    {
        quantizer ??= new ColorQuantizer();
        for (int at = 0; at < changed.Length; at++)
        {
            if (changed[at])
            {
                quantizer.Add(pixels[at * 3], pixels[(at * 3) + 1], pixels[(at * 3) + 2]);
            }
        }

        reduced = true;
        reducedColors = quantizer.Choose(limit);
        Transparent = reducedColors.Length / 3;
    }

    private void NumberPixels(ReadOnlySpan<byte> pixels)
    {
        int count = 0;
        for (int y = Area.Y; y < Area.Bottom; y++)
        {
            for (int at = (y * width) + Area.X; at < (y * width) + Area.Right; at++)
            {
                indices[count++] = Number(at, pixels.Slice(at * 3, 3));
            }
        }
    }

    private byte Number(int at, ReadOnlySpan<byte> color)
    {
        if (!changed[at] && Transparent >= 0)
        {
            return (byte)Transparent;
        }

        int number = reduced
            ? quantizer!.Map(color[0], color[1], color[2])
            : table.Find(color[0], color[1], color[2]);
        Colors.Slice(number * 3, 3).CopyTo(shown.AsSpan(at * 3));
        return (byte)number;
    }
}
