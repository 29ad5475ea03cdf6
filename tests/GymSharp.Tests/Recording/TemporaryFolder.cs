namespace GymSharp.Tests.Recording;

/// <summary>A folder of one test's own, deleted at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gymsharp-test-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public string[] Names =>
        [.. folder.EnumerateFileSystemInfos().Select(item => item.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
