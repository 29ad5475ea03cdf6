namespace GymSharp.Cli.Running;

/// <summary>A temporary folder in which the command line is run.</summary>
public class Workplace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gymsharp-cli-");

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Environment variables of the programs; null takes one away.</summary>
    internal Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal);

    internal string Folder => folder.FullName;

    internal string this[string relative] => Path.Combine(Folder, relative);

    /// <summary>Runs <c>gymsharp</c> with arguments that are separated by blanks.</summary>
    internal ProgramResult Run(string line) => RunWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal ProgramResult RunWith(params string[] arguments)
    {
        using RunningProgram program = Start(arguments);
        return program.Finish();
    }

    internal RunningProgram Start(params string[] arguments) => new(Programs.Cli, Folder, arguments, Environment);

    /// <summary>Writes a file and returns its path.</summary>
    internal string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes a shell script that takes ffmpeg's place, and tells the programs to use it.</summary>
    internal void ReplaceFfmpeg(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        string path = Write("ffmpeg-stand-in", "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Environment["GYMSHARP_FFMPEG"] = path;
    }

    /// <summary>Everything below a folder, relative to it.</summary>
    internal string[] Files(string relative = "") => [.. Directory
        .EnumerateFiles(this[relative], "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(this[relative], path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            folder.Delete(recursive: true);
        }
    }
}
