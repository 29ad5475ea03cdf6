using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Writes frames as PNG files (ISO/IEC 15948): palette pictures up to 256 colours, otherwise 8-bit
/// RGB.</summary>
public static class PngWriter
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Encodes a frame.</summary>
    /// <param name="frame">A frame with pixels.</param>
    /// <param name="texts">
    /// Notes to store in the file, keyword and text; keywords have 1 to 79 Latin-1 characters ("Title", "Software").
    /// </param>
    /// <returns>The bytes of a PNG file.</returns>
    /// <exception cref="ArgumentException">The frame is a text frame, or a note cannot be stored.</exception>
    public static byte[] Encode(Frame frame, IReadOnlyDictionary<string, string>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Text is not null)
        {
            throw new ArgumentException(
                "A text frame has no pixels; render in rgb_array mode to write a PNG.", nameof(frame));
        }

        using MemoryStream file = new();
        file.Write(Signature);
        byte[] indices = new byte[frame.Width * frame.Height];
        ColorTable colors = new();
        bool indexed = colors.TryIndex(frame.Pixels, indices);
        WriteHeader(file, frame, indexed);
        foreach ((string keyword, string text) in texts ?? new Dictionary<string, string>())
        {
            WriteText(file, keyword, text);
        }

        if (indexed)
        {
            WriteChunk(file, "PLTE"u8, colors.Colors);
        }

        WriteChunk(file, "IDAT"u8, indexed ? PackRows(indices, frame.Width) : PackColors(frame));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Writes a frame to a file; the file appears only when it is complete.</summary>
    /// <param name="frame">A frame with pixels.</param>
    /// <param name="path">The file; replaced if it exists. Its folder must exist.</param>
    /// <param name="texts">Notes to store in the file, see <see cref="Encode"/>.</param>
    /// <exception cref="ArgumentException">The frame is a text frame, or a note cannot be stored.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(Frame frame, string path, IReadOnlyDictionary<string, string>? texts = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = Encode(frame, texts);
        using PartialFile file = new(path);
        file.Stream.Write(bytes);
        file.Commit();
    }

    private static void WriteHeader(MemoryStream file, Frame frame, bool indexed)
    {
        const int BitsPerSample = 8;
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, frame.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], frame.Height);
        header[8] = BitsPerSample;
        header[9] = (byte)(indexed ? 3 : 2);
        header[10..].Clear();
        WriteChunk(file, "IHDR"u8, header);
    }

    private static void WriteText(MemoryStream file, string keyword, string text)
    {
        if (keyword.Length is 0 or > 79 || !IsLatin1(keyword) || !IsLatin1(text))
        {
            throw new ArgumentException(
                $"A PNG note needs a keyword of 1 to 79 Latin-1 characters and Latin-1 text, got \"{keyword}\".",
                nameof(keyword));
        }

        WriteChunk(file, "tEXt"u8, Encoding.Latin1.GetBytes($"{keyword}\0{text}"));
    }

    private static bool IsLatin1(string text) => !text.AsSpan().ContainsAnyExceptInRange('\u0001', '\u00ff');

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Compute(name, data));
        file.Write(number);
    }

    // Text and flat drawings do better without prediction, smooth pictures with it.
    private static byte[] PackColors(Frame frame)
    {
        byte[] plain = PackRows(frame.Pixels, frame.Width * 3);
        byte[] predicted = PackPredicted(frame);
        return plain.Length <= predicted.Length ? plain : predicted;
    }

    private static byte[] PackRows(byte[] samples, int stride)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int at = 0; at < samples.Length; at += stride)
            {
                zlib.WriteByte(0);
                zlib.Write(samples.AsSpan(at, stride));
            }
        }

        return packed.ToArray();
    }

    private static byte[] PackPredicted(Frame frame)
    {
        int stride = frame.Width * 3;
        byte[] best = new byte[stride];
        byte[] tried = new byte[stride];
        ReadOnlySpan<byte> above = new byte[stride];
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int at = 0; at < frame.Pixels.Length; at += stride)
            {
                ReadOnlySpan<byte> row = frame.Pixels.AsSpan(at, stride);
                zlib.WriteByte((byte)ChooseFilter(row, above, ref best, ref tried));
                zlib.Write(best);
                above = row;
            }
        }

        return packed.ToArray();
    }

    private static int ChooseFilter(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, ref byte[] best, ref byte[] tried)
    {
        int chosen = 0;
        int lowest = int.MaxValue;
        for (int kind = 0; kind < PngFilter.Kinds; kind++)
        {
            PngFilter.Apply(kind, row, above, 3, tried);
            int cost = PngFilter.Cost(tried);
            if (cost < lowest)
            {
                (best, tried) = (tried, best);
                lowest = cost;
                chosen = kind;
            }
        }

        return chosen;
    }
}
