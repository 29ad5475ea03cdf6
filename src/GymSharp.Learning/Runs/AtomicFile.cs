namespace GymSharp.Learning.Runs;

/// <summary>Writes files so that a reader finds the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>How the name of a file ends until it is whole.</summary>
    internal const string Unfinished = ".tmp";

    /// <summary>Writes to a temporary name beside the file, flushes to the disk, and renames.</summary>
    /// <exception cref="IOException">The disk is full or the folder gone; the old content is still there.</exception>
    public static void Write(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Write(path, stream => stream.Write(content));
    }

    /// <summary>As <see cref="Write(string, byte[])"/>, of content that is written piece by piece.</summary>
    /// <exception cref="IOException">The disk is full or the folder gone; the old content is still there.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string temporary = path + Unfinished;
        using FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            content(stream);
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            Discard(stream, temporary);
            throw;
        }
    }

    // On a full disk even closing fails; what went wrong first is what is to be told.
    private static void Discard(FileStream stream, string temporary)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
        }

        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
