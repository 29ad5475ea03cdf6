namespace GymSharp.Learning.Runs;

/// <summary>Writes files so that a reader finds the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary name beside the file, flushes to the disk, and renames.</summary>
    /// <exception cref="IOException">The disk is full or the folder gone; the old content is still there.</exception>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>As <see cref="Write(string, byte[])"/>, of content that is written piece by piece.</summary>
    /// <exception cref="IOException">The disk is full or the folder gone; the old content is still there.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string temporary = path + ".tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
