using System.Globalization;
using System.Text;

namespace GymSharp.Learning.Runs;

/// <summary>The directory of one training run, complete by itself.</summary>
/// <remarks>
/// <c>run.json</c> (what was run), <c>metrics.jsonl</c> (numbers over time), <c>checkpoints/</c>, <c>videos/</c>,
/// <c>evaluation.json</c>, <c>learning-curve.png</c>, <c>output.log</c>, and what further sinks of metrics write. What
/// decides a run is written to a temporary name, flushed and renamed.
/// </remarks>
public sealed class RunDirectory : IDisposable
{
    private const string DescriptionName = "run.json";
    private const string LockName = "run.lock";
    private readonly FileStream? guard;

    private RunDirectory(string path, FileStream? guard)
    {
        Root = path;
        this.guard = guard;
        Checkpoints = new CheckpointStore(CheckpointsPath);
    }

    /// <summary>The directory's full path.</summary>
    public string Root { get; }

    /// <summary>Path of the metrics.</summary>
    public string MetricsPath => Path.Combine(Root, "metrics.jsonl");

    /// <summary>Path of the log.</summary>
    public string LogPath => Path.Combine(Root, "output.log");

    /// <summary>Path of the evaluation.</summary>
    public string EvaluationPath => Path.Combine(Root, "evaluation.json");

    /// <summary>Path of the learning curve.</summary>
    public string CurvePath => Path.Combine(Root, "learning-curve.png");

    /// <summary>Directory of the videos.</summary>
    public string VideosPath => Path.Combine(Root, "videos");

    private string DescriptionPath => Path.Combine(Root, DescriptionName);

    private string CheckpointsPath => Path.Combine(Root, "checkpoints");

    /// <summary>The checkpoints.</summary>
    public CheckpointStore Checkpoints { get; }

    /// <summary>Makes a new run directory and describes the run in it.</summary>
    /// <exception cref="IOException">
    /// It exists and is not empty, or cannot be written; the message says how to mend it.
    /// </exception>
    public static RunDirectory Create(string path, RunDescription description)
    {
        string full = Path.GetFullPath(path);
        if (IsUsed(full))
        {
            throw new IOException(
                $"The run directory '{path}' exists and is not empty. "
                + "Continue that run with --resume, or name another with --run-dir.");
        }

        try
        {
            Directory.CreateDirectory(full);
            RunDirectory directory = new(full, Lock(full));
            directory.WriteDescription(description);
            directory.MakeFolders();
            return directory;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new IOException(
                $"The run directory '{path}' cannot be written: {error.Message} Name one that can with --run-dir.",
                error);
        }
    }

    /// <summary>Opens a run directory to read it.</summary>
    /// <exception cref="RunFormatException">There is no run in it.</exception>
    public static RunDirectory Open(string path) => new(Existing(path), guard: null);

    /// <summary>Opens a run directory to continue the run; no other process can do so meanwhile.</summary>
    /// <exception cref="RunFormatException">There is no run in it.</exception>
    /// <exception cref="IOException">Another process is at work there, or it cannot be written.</exception>
    public static RunDirectory OpenForWriting(string path)
    {
        string full = Existing(path);
        try
        {
            RunDirectory directory = new(full, Lock(full));
            directory.MakeFolders();
            directory.Checkpoints.RemoveRemains();
            return directory;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new IOException(
                $"The run directory '{path}' cannot be continued: {error.Message} Is another process training there?",
                error);
        }
    }

    /// <summary>The first unused name below <c>runs/</c> for an algorithm and an environment.</summary>
    public static string NextName(string algorithm, string environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        string stem = Path.Combine("runs", environment.Replace('/', '-'), algorithm);
        for (int number = 1; ; number++)
        {
            string name = $"{stem}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!Directory.Exists(name))
            {
                return name;
            }
        }
    }

    /// <summary>Writes <c>run.json</c>.</summary>
    public void WriteDescription(RunDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        AtomicFile.Write(DescriptionPath, Encoding.UTF8.GetBytes(description.ToJson()));
    }

    /// <summary>Reads <c>run.json</c>.</summary>
    /// <exception cref="RunFormatException">It is damaged.</exception>
    public RunDescription ReadDescription() => RunDescription.FromJson(File.ReadAllText(DescriptionPath));

    /// <inheritdoc/>
    public void Dispose() => guard?.Dispose();

    // A process that was killed at once may have left its lock and a part of the description: there is no run in that.
    private static bool IsUsed(string full) => Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full)
        .Any(entry => Path.GetFileName(entry) is not (LockName or DescriptionName + ".tmp"));

    private void MakeFolders()
    {
        Directory.CreateDirectory(CheckpointsPath);
        Directory.CreateDirectory(VideosPath);
    }

    private static string Existing(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(Path.Combine(full, DescriptionName))
            ? full
            : throw new RunFormatException(
                $"'{path}' is not a run directory: there is no run.json in it. "
                + "Name a directory that `gymsharp train` made.");
    }

    private static FileStream Lock(string full) => new(
        Path.Combine(full, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite,
        FileShare.None, 1, FileOptions.DeleteOnClose);
}
