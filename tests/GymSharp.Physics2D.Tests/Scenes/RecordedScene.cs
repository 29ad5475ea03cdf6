using System.Globalization;
using System.IO.Compression;
using GymSharp.Golden;

namespace GymSharp.Physics2D.Scenes;

/// <summary>A scene and the hashes that Box2D 2.3.0 gave.</summary>
internal sealed record RecordedScene(IReadOnlyList<string> Lines, IReadOnlyList<ulong> Expected)
{
    private const string Extension = ".scene.gz";
    private static readonly string Folder = Path.Combine(GoldenData.RepositoryRoot, "physics2d");

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*" + Extension)
        .Select(path => Path.GetFileName(path)[..^Extension.Length])
        .Order(StringComparer.Ordinal);

    public static RecordedScene Open(string name)
    {
        using StreamReader reader = new(new GZipStream(
            File.OpenRead(Path.Combine(Folder, name + Extension)), CompressionMode.Decompress));
        List<string> lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        string[] words = lines[^1].Split(' ');
        Assert.Equal("expect", words[0]);
        return new(
            lines[..^1],
            [.. words[1..].Select(word => ulong.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]);
    }

    /// <summary>Names the first step that differs.</summary>
    public void Matches(IReadOnlyList<ulong> actual)
    {
        Assert.Equal(Expected.Count, actual.Count);
        int first = Enumerable.Range(0, actual.Count).FirstOrDefault(i => actual[i] != Expected[i], -1);
        Assert.True(first < 0, $"The first step with another bit is {first} of {Expected.Count}.");
    }
}
