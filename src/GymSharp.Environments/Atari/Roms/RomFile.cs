using System.Security.Cryptography;

namespace GymSharp.Environments.Atari.Roms;

/// <summary>Reading of ROM images.</summary>
public static class RomFile
{
    private const int PartSize = 1 << 16;

    /// <summary>Reads a file of at most 512 KB.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is empty, or larger than any cartridge.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                Directory.Exists(path)
                    ? $"'{path}' is a folder. Give a ROM image in it."
                    : $"There is no file '{path}'. Give the path of a ROM image.",
                path);
        }

        // A pipe tells no length either, and waits for a writer when it is opened.
        byte[] rom = new FileInfo(path).Length == 0 ? [] : ReadBytes(path);
        return rom.Length is > 0 and <= RomStore.LargestRom
            ? rom
            : throw new FormatException(
                $"'{path}' is no ROM image: it has {(rom.Length == 0 ? "no bytes" : "more than 512 KB")}. A cartridge "
                + "has 2 KB to 128 KB, a tape multiples of 8,448 bytes.");
    }

    /// <summary>The MD5 of a ROM in lower-case hex, by which ROMs are known.</summary>
    /// <param name="rom">Its bytes.</param>
#pragma warning disable CA5351 // The name of a file, not a secret.
    public static string Md5(ReadOnlySpan<byte> rom) => Convert.ToHexStringLower(MD5.HashData(rom));
#pragma warning restore CA5351

    private static byte[] ReadBytes(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return ReadAtMost(file, RomStore.LargestRom + 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"'{path}' cannot be read ({error.Message}). Make sure that it is a file you may read.", error);
        }
    }

    /// <summary>
    /// Reads until the end or a number of bytes; takes memory for what comes, not for what was announced.
    /// </summary>
    internal static byte[] ReadAtMost(Stream stream, int most)
    {
        using MemoryStream bytes = new();
        byte[] part = new byte[Math.Min(most, PartSize)];
        int length;
        while ((length = stream.Read(part, 0, (int)Math.Min(part.Length, most - bytes.Length))) > 0)
        {
            bytes.Write(part, 0, length);
        }

        return bytes.ToArray();
    }
}
