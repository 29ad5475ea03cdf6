namespace GymSharp.Recording;

/// <summary>Finds the <c>ffmpeg</c> program.</summary>
public static class Ffmpeg
{
    /// <summary>The environment variable that names the program, before the PATH is searched.</summary>
    public const string Variable = "GYMSHARP_FFMPEG";

    /// <summary>Looks for the program.</summary>
    /// <param name="requested">A path to use, or null: then <see cref="Variable"/>, then the PATH decides.</param>
    /// <param name="environment">Reads an environment variable; null to read the process's own.</param>
    /// <returns>The path of an existing file, or null. A path that is asked for but missing gives null.</returns>
    public static string? Find(string? requested = null, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        requested ??= environment(Variable);
        if (!string.IsNullOrEmpty(requested))
        {
            return File.Exists(requested) ? Path.GetFullPath(requested) : null;
        }

        string name = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        string folders = environment("PATH") ?? string.Empty;
        return folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
