using System.Buffers.Binary;
using System.IO.Compression;
using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Reads PNG files with 8 bits per sample, palette or RGB, not interlaced: what <see cref="PngWriter"/>
/// writes.</summary>
public static class PngReader
{
    private const int LargestSide = 16384;

    /// <summary>Reads a file.</summary>
    /// <param name="path">A PNG file.</param>
    /// <exception cref="InvalidDataException">The file is no PNG file of the supported kinds, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Frame Load(string path) => Decode(File.ReadAllBytes(path));

    /// <summary>Decodes the bytes of a file.</summary>
    /// <param name="file">All bytes of a PNG file.</param>
    /// <exception cref="InvalidDataException">The bytes are no PNG file of the supported kinds, or damaged.</exception>
    public static Frame Decode(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(PngWriter.Signature))
        {
            throw new InvalidDataException("Not a PNG file: the signature is missing.");
        }

        int position = PngWriter.Signature.Length;
        ReadOnlySpan<byte> header = ReadChunk(file, ref position, out ReadOnlySpan<byte> name);
        if (!name.SequenceEqual("IHDR"u8) || header.Length != 13)
        {
            throw new InvalidDataException("Damaged PNG file: the first chunk must be an IHDR of 13 bytes.");
        }

        (int width, int height, bool indexed) = ReadHeader(header);
        using MemoryStream packed = new();
        byte[] palette = ReadBody(file, position, packed);
        int step = indexed ? 1 : 3;
        byte[] rows = Unpack(packed, height, width * step);
        byte[] samples = Unfilter(rows, height, width * step, step);
        return new Frame(width, height, indexed ? LookUp(samples, palette) : samples);
    }

    private static byte[] ReadBody(ReadOnlySpan<byte> file, int position, MemoryStream packed)
    {
        byte[] palette = [];
        while (true)
        {
            ReadOnlySpan<byte> data = ReadChunk(file, ref position, out ReadOnlySpan<byte> name);
            if (name.SequenceEqual("IEND"u8))
            {
                return palette;
            }

            if (name.SequenceEqual("PLTE"u8))
            {
                palette = data.ToArray();
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }
            else if ((name[0] & 0x20) == 0)
            {
                throw new InvalidDataException("Unsupported PNG file: it has a critical chunk that is not known here.");
            }
        }
    }

    private static ReadOnlySpan<byte> ReadChunk(
        ReadOnlySpan<byte> file, scoped ref int position, out ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = file[position..];
        uint length = rest.Length >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(rest) : uint.MaxValue;
        if (length > rest.Length - 12)
        {
            throw new InvalidDataException($"Damaged PNG file: the chunk at byte {position} is cut off.");
        }

        name = rest.Slice(4, 4);
        ReadOnlySpan<byte> data = rest.Slice(8, (int)length);
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]);
        if (Crc32.Compute(name, data) != expected)
        {
            throw new InvalidDataException($"Damaged PNG file: the checksum of the chunk at byte {position} is wrong.");
        }

        position += 12 + (int)length;
        return data;
    }

    private static (int Width, int Height, bool Indexed) ReadHeader(ReadOnlySpan<byte> header)
    {
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width is 0 or > LargestSide || height is 0 or > LargestSide)
        {
            throw new InvalidDataException(
                $"Unsupported PNG file: {width} x {height} pixels; each side must lie between 1 and {LargestSide}.");
        }

        if (header[8] != 8 || header[9] is not (2 or 3) || header[10] != 0 || header[11] != 0 || header[12] != 0)
        {
            throw new InvalidDataException(
                "Unsupported PNG file: only 8 bits per sample, RGB or palette, not interlaced, can be read; "
                + $"got {header[8]} bits, colour type {header[9]}, interlace {header[12]}.");
        }

        return ((int)width, (int)height, header[9] == 3);
    }

    private static byte[] Unpack(MemoryStream packed, int height, int stride)
    {
        // Deflate makes data at most 1032 times smaller: a tiny file cannot ask for a huge buffer.
        long needed = (long)height * (stride + 1);
        if (needed > (packed.Length * 1040) + 1024)
        {
            throw new InvalidDataException("Damaged PNG file: it holds less data than its size needs.");
        }

        byte[] rows = new byte[checked((int)needed)];
        packed.Position = 0;
        using ZLibStream zlib = new(packed, CompressionMode.Decompress);
        try
        {
            if (zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) == rows.Length && zlib.ReadByte() < 0)
            {
                return rows;
            }
        }
        // A plain IOException: the data asks for a dictionary, which PNG has none of.
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new InvalidDataException("Damaged PNG file: the compressed data is broken.", error);
        }

        throw new InvalidDataException("Damaged PNG file: the data does not fit the picture's size.");
    }

    private static byte[] Unfilter(byte[] rows, int height, int stride, int step)
    {
        byte[] samples = new byte[height * stride];
        ReadOnlySpan<byte> above = new byte[stride];
        for (int y = 0; y < height; y++)
        {
            int kind = rows[y * (stride + 1)];
            if (kind >= PngFilter.Kinds)
            {
                throw new InvalidDataException($"Damaged PNG file: row {y} has the unknown filter {kind}.");
            }

            Span<byte> row = samples.AsSpan(y * stride, stride);
            rows.AsSpan((y * (stride + 1)) + 1, stride).CopyTo(row);
            PngFilter.Undo(kind, row, above, step);
            above = row;
        }

        return samples;
    }

    private static byte[] LookUp(byte[] indices, ReadOnlySpan<byte> palette)
    {
        byte[] pixels = new byte[checked(indices.Length * 3)];
        for (int i = 0; i < indices.Length; i++)
        {
            int at = indices[i] * 3;
            if (at + 3 > palette.Length)
            {
                throw new InvalidDataException(
                    $"Damaged PNG file: a pixel has colour {indices[i]} of a palette of {palette.Length / 3}.");
            }

            palette.Slice(at, 3).CopyTo(pixels.AsSpan(i * 3));
        }

        return pixels;
    }
}
