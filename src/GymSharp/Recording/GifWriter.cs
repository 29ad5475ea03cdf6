using System.Buffers.Binary;
using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Writes an animated GIF (GIF89a) frame by frame.</summary>
/// <remarks>
/// A frame of up to 256 colours is stored exactly; one with more is reduced to 256 by median cut. Only the rectangle
/// that changed is stored, and inside it pixels that did not change are transparent. The animation repeats forever.
/// </remarks>
public sealed class GifWriter : IDisposable
{
    private readonly Stream stream;
    private readonly bool leaveOpen;
    private readonly LzwEncoder lzw = new();
    private readonly GifFrameCoder coder = new();
    private byte[]? globalColors;
    private bool closed;

    /// <summary>Starts an animation; nothing is written before the first frame.</summary>
    /// <param name="stream">A writable stream; it need not seek.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the animation is closed.</param>
    public GifWriter(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        this.leaveOpen = leaveOpen;
    }

    /// <summary>Width of the animation in pixels; 0 before the first frame.</summary>
    public int Width { get; private set; }

    /// <summary>Height of the animation in pixels; 0 before the first frame.</summary>
    public int Height { get; private set; }

    /// <summary>How many frames were added.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Appends a frame.</summary>
    /// <param name="frame">A frame with pixels, of the same size as the first one, at most 65535 on each side.</param>
    /// <param name="delay">How long it is shown, in hundredths of a second, 0 to 65535. Most players show delays below
    /// 2 as 10.</param>
    /// <exception cref="ArgumentException">The frame is a text frame, or its size is not that of the first.</exception>
    /// <exception cref="ObjectDisposedException">The animation was closed.</exception>
    public void AddFrame(Frame frame, int delay)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, ushort.MaxValue);
        FrameSize.Check(frame, Width, Height, FrameCount);
        if (Math.Max(frame.Width, frame.Height) > ushort.MaxValue)
        {
            throw new ArgumentException(
                $"A GIF holds pictures up to 65535 x 65535, got {frame.Width} x {frame.Height}.", nameof(frame));
        }

        coder.Encode(frame, globalColors);
        if (FrameCount == 0)
        {
            Width = frame.Width;
            Height = frame.Height;
            globalColors = coder.Colors.ToArray();
            WriteHeader();
        }

        WriteFrame(delay);
        FrameCount++;
    }

    /// <summary>Ends the animation. Further calls do nothing.</summary>
    public void Dispose()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        if (FrameCount > 0)
        {
            stream.WriteByte(0x3B);
        }

        stream.Flush();
        if (!leaveOpen)
        {
            stream.Dispose();
        }
    }

    private static int DepthOf(int colors)
    {
        int depth = 1;
        while (1 << depth < colors)
        {
            depth++;
        }

        return depth;
    }

    private void WriteHeader()
    {
        int depth = DepthOf(coder.ColorCount);
        Span<byte> screen = stackalloc byte[7];
        BinaryPrimitives.WriteUInt16LittleEndian(screen, (ushort)Width);
        BinaryPrimitives.WriteUInt16LittleEndian(screen[2..], (ushort)Height);
        screen[4] = (byte)(0x80 | 0x70 | (depth - 1));
        screen[5] = 0;
        screen[6] = 0;
        stream.Write("GIF89a"u8);
        stream.Write(screen);
        WriteColors(globalColors, depth);
        stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
    }

    private void WriteColors(ReadOnlySpan<byte> colors, int depth)
    {
        stream.Write(colors);
        Span<byte> unused = stackalloc byte[(3 << depth) - colors.Length];
        unused.Clear();
        stream.Write(unused);
    }

    private void WriteFrame(int delay)
    {
        const int KeepWhenDone = 1 << 2;
        int transparent = coder.Transparent;
        Span<byte> control = [0x21, 0xF9, 4, 0, 0, 0, 0, 0];
        control[3] = (byte)(KeepWhenDone | (transparent >= 0 ? 1 : 0));
        BinaryPrimitives.WriteUInt16LittleEndian(control[4..], (ushort)delay);
        control[6] = (byte)Math.Max(transparent, 0);
        stream.Write(control);

        bool local = !coder.Colors.SequenceEqual(globalColors);
        int depth = DepthOf(coder.ColorCount);
        PixelRectangle area = coder.Area;
        Span<byte> image = stackalloc byte[10];
        image[0] = 0x2C;
        BinaryPrimitives.WriteUInt16LittleEndian(image[1..], (ushort)area.X);
        BinaryPrimitives.WriteUInt16LittleEndian(image[3..], (ushort)area.Y);
        BinaryPrimitives.WriteUInt16LittleEndian(image[5..], (ushort)area.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(image[7..], (ushort)area.Height);
        image[9] = (byte)(local ? 0x80 | (depth - 1) : 0);
        stream.Write(image);
        if (local)
        {
            WriteColors(coder.Colors, depth);
        }

        lzw.Encode(stream, coder.Indices, Math.Max(2, depth));
    }
}
