using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Keeps frames compressed, in memory at first and in a temporary file when they become many.</summary>
internal sealed class FrameSpool : IDisposable
{
    private readonly long memoryLimit;
    private readonly byte[] difference;
    private Stream store = new MemoryStream();
    private readonly byte[] previous;
    private int count;

    /// <summary>A spool for frames of one size.</summary>
    public FrameSpool(int width, int height, long memoryLimit)
    {
        Width = width;
        Height = height;
        this.memoryLimit = memoryLimit;
        difference = new byte[width * height * 3];
        previous = new byte[difference.Length];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether the frames are in a file by now.</summary>
    public bool InFile => store is FileStream;

    /// <summary>Appends a frame: what differs from the one before, compressed.</summary>
    public void Add(Frame frame)
    {
        Xor(frame.Pixels, previous, difference);
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(difference);
        }

        if (!InFile && store.Length + packed.Length > memoryLimit)
        {
            MoveToFile();
        }

        store.Seek(0, SeekOrigin.End);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)packed.Length);
        store.Write(length);
        packed.WriteTo(store);
        frame.Pixels.CopyTo(previous, 0);
        count++;
    }

    /// <summary>All frames in order. Every frame has pixels of its own.</summary>
    public IEnumerable<Frame> Read()
    {
        byte[] last = new byte[difference.Length];
        byte[] header = new byte[sizeof(int)];
        store.Seek(0, SeekOrigin.Begin);
        for (int i = 0; i < count; i++)
        {
            store.ReadExactly(header);
            byte[] packed = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
            store.ReadExactly(packed);
            byte[] pixels = new byte[last.Length];
            using (ZLibStream zlib = new(new MemoryStream(packed), CompressionMode.Decompress))
            {
                zlib.ReadExactly(pixels);
            }

            Xor(pixels, last, pixels);
            last = pixels;
            yield return new Frame(Width, Height, pixels);
        }
    }

    /// <summary>Forgets the frames.</summary>
    public void Dispose() => store.Dispose();

    private static void Xor(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
    {
        int at = 0;
        int lanes = Vector<byte>.Count;
        for (; at + lanes <= left.Length; at += lanes)
        {
            Vector<byte> mixed = new Vector<byte>(left[at..])
                ^ new Vector<byte>(right[at..]);
            mixed.CopyTo(result[at..]);
        }

        for (; at < left.Length; at++)
        {
            result[at] = (byte)(left[at] ^ right[at]);
        }
    }

    private void MoveToFile()
    {
        string path = Path.Combine(Path.GetTempPath(), "gymsharp-frames-" + Path.GetRandomFileName());
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        FileStream file = new(path, options);
        store.Seek(0, SeekOrigin.Begin);
        store.CopyTo(file);
        store.Dispose();
        store = file;
    }
}
