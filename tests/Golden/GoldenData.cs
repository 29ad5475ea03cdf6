using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Golden;

/// <summary>
/// Reference recordings of Gymnasium 1.4, MinAtar and NumPy.
/// The files beside this one are used unless a fuller set is found: the folder named by the environment variable
/// <c>GYMSHARP_GOLDEN</c>, or <c>shared/golden</c> beside the repository.
/// </summary>
public static class GoldenData
{
    /// <summary>The folder with the recordings that ship with the repository.</summary>
    public static string RepositoryRoot { get; } = SourceFolder();

    /// <summary>The fuller set where there is one, otherwise <see cref="RepositoryRoot"/>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Names (folder and file, without extension) of every recording in a folder such as <c>envs</c>.</summary>
    public static IReadOnlyList<string> Names(string folder)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (string root in Folders(Root, folder))
        {
            foreach (string file in Directory.EnumerateFiles(root, "*.json*"))
            {
                names.Add($"{folder}/{StripExtensions(Path.GetFileName(file))}");
            }
        }

        return [.. names];
    }

    /// <summary>Parses a recording, for example <c>envs/CartPole-v1</c>.</summary>
    public static JsonNode Load(string name) => LoadFrom(Root, name);

    /// <summary>Parses a recording as an immutable document, which is faster for large files.</summary>
    public static JsonDocument Open(string name)
    {
        using Stream stream = OpenStream(Root, name);
        return JsonDocument.Parse(stream);
    }

    /// <summary>Parses a recording below a chosen root.</summary>
    public static JsonNode LoadFrom(string root, string name)
    {
        using Stream stream = OpenStream(root, name);
        return JsonNode.Parse(stream)!;
    }

    /// <summary>
    /// Reads a number of the recordings: JSON numbers, decimal strings, and <c>"nan"</c>, <c>"inf"</c>, <c>"-inf"</c>.
    /// </summary>
    public static double Number(JsonNode node) => node.GetValueKind() == JsonValueKind.String
        ? node.GetValue<string>() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            string text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        }
        : node.GetValue<double>();

    private static Stream OpenStream(string root, string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        foreach (string folder in Folders(root, name[..slash]))
        {
            string path = Path.Combine(folder, name[(slash + 1)..] + ".json");
            if (File.Exists(path))
            {
                return File.OpenRead(path);
            }

            if (File.Exists(path + ".gz"))
            {
                return new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
            }
        }

        throw new FileNotFoundException($"No recording '{name}' below '{root}'.");
    }

    // Where nep50/ holds a file it replaces its namesake: NumPy 2's promotion rules are the reference.
    private static IEnumerable<string> Folders(string root, string folder) =>
        new[] { Path.Combine(root, "nep50", folder), Path.Combine(root, folder) }.Where(Directory.Exists);

    private static string FindRoot()
    {
        string? named = Environment.GetEnvironmentVariable("GYMSHARP_GOLDEN");
        if (!string.IsNullOrEmpty(named))
        {
            return named;
        }

        string shared = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "..", "..", "shared", "golden"));
        return Directory.Exists(shared) ? shared : RepositoryRoot;
    }

    private static string StripExtensions(string file) => file[..file.IndexOf(".json", StringComparison.Ordinal)];

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
