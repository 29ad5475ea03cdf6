namespace GymSharp.Recording;

/// <summary>A file that is written under a temporary name beside its own and renamed when it is complete.</summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string path;
    private bool committed;

    /// <summary>Opens <c>path.partial</c> for writing.</summary>
    public PartialFile(string path)
    {
        this.path = Path.GetFullPath(path);
        TemporaryPath = this.path + ".partial";
        Stream = new FileStream(TemporaryPath, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>The name the file has while it is written.</summary>
    public string TemporaryPath { get; }

    /// <summary>Where the bytes go.</summary>
    public FileStream Stream { get; }

    /// <summary>Closes the file and gives it its own name, replacing a file that has it.</summary>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(TemporaryPath, path, overwrite: true);
        committed = true;
    }

    /// <summary>Deletes the file unless it was committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!committed)
        {
            File.Delete(TemporaryPath);
        }
    }
}
