using GymSharp.Cli.Running;

namespace GymSharp.Cli;

/// <summary>What the runs of <see cref="InterruptionTests"/> come to when nothing disturbs them.</summary>
public sealed class UndisturbedRuns : Workplace
{
    private readonly Dictionary<string, string> runs = new(StringComparer.Ordinal);

    /// <summary>Directory of the run that a command, without the directory, makes.</summary>
    internal string Of(string command)
    {
        lock (runs)
        {
            if (!runs.TryGetValue(command, out string? directory))
            {
                directory = this[$"run-{runs.Count}"];
                RunWith([.. command.Split(' '), "--run-dir", directory]).Succeeded();
                runs.Add(command, directory);
            }

            return directory;
        }
    }
}
