namespace GymSharp.Recording;

/// <summary>Prepares folders for videos, so that what is wrong shows before hours of training and not after.</summary>
internal static class VideoFolders
{
    /// <summary>
    /// Creates a folder and makes sure that files can be written into it; warns where it holds files.
    /// </summary>
    /// <returns>The full path.</returns>
    /// <exception cref="VideoException">Files cannot be written there.</exception>
    public static string Prepare(string folder)
    {
        string path = Path.GetFullPath(folder);
        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                GymLog.Warn(
                    $"Overwriting existing videos at {path} folder (try specifying a different folder if this is not "
                    + "desired).");
            }

            Directory.CreateDirectory(path);
            string probe = Path.Combine(path, ".gymsharp-write-test");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new VideoException(
                $"Videos cannot be written to {path}: {error.Message} Choose a folder that you may write to.", error);
        }
    }
}
