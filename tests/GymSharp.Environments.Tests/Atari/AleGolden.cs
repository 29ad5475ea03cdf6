using System.IO.Compression;
using GymSharp.Golden;

namespace GymSharp.Environments.Atari;

/// <summary>The recordings of the Arcade Learning Environment, whole where they are, else the share in here.</summary>
internal static class AleGolden
{
    /// <summary>The folder of all recordings, or of those that ship with the repository.</summary>
    public static string Root { get; } = Directory.Exists(Path.Combine(GoldenData.Root, "ale"))
        ? Path.Combine(GoldenData.Root, "ale")
        : Path.Combine(GoldenData.RepositoryRoot, "ale");

    /// <summary>The folder of the recordings that ship with the repository.</summary>
    public static string Share { get; } = Path.Combine(GoldenData.RepositoryRoot, "ale");

    /// <summary>Whether all recordings are here.</summary>
    public static bool IsWhole => Root != Share;

    /// <summary>Names of the runs of the environment layer.</summary>
    public static IEnumerable<string> EnvRuns => Directory.EnumerateDirectories(Path.Combine(Root, "env"))
        .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>Opens a file, packed or not.</summary>
    public static Stream Open(string path)
    {
        string whole = Path.Combine(Root, path);
        return File.Exists(whole)
            ? File.OpenRead(whole)
            : new GZipStream(File.OpenRead(whole + ".gz"), CompressionMode.Decompress);
    }

    /// <summary>The bytes of a file, packed or not.</summary>
    public static byte[] Bytes(string path)
    {
        using Stream stream = Open(path);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text of a file, packed or not.</summary>
    public static string Text(string path) => System.Text.Encoding.UTF8.GetString(Bytes(path));
}
