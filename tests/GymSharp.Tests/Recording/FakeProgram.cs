namespace GymSharp.Tests.Recording;

/// <summary>Programs that stand in for ffmpeg and fail.</summary>
internal static class FakeProgram
{
    /// <summary>A program that reads some bytes, complains and ends with an exit code.</summary>
    public static string Failing(TemporaryFolder folder, int bytes, int exitCode) => OperatingSystem.IsWindows()
        ? Write(folder, ".cmd", $"@echo the encoder broke 1>&2\r\n@exit /b {exitCode}\r\n")
        : Write(folder, ".sh", $"#!/bin/sh\nhead -c {bytes} >/dev/null\necho the encoder broke >&2\nexit {exitCode}\n");

    /// <summary>A program that swallows everything, writes nothing, and claims success.</summary>
    public static string Idle(TemporaryFolder folder) => OperatingSystem.IsWindows()
        ? Write(folder, ".cmd", "@more >nul\r\n@exit /b 0\r\n")
        : Write(folder, ".sh", "#!/bin/sh\ncat >/dev/null\nexit 0\n");

    private static string Write(TemporaryFolder folder, string extension, string script)
    {
        string path = folder.File("fake" + extension);
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
