namespace GymSharp.Learning.Runs;

/// <summary>Writes files so that a reader finds the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary name beside the file, flushes to the disk, and renames.</summary>
    /// <exception cref="IOException">The disk is full or the folder gone; the old content is still there.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string temporary = path + ".tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
            throw;
        }
    }
}
