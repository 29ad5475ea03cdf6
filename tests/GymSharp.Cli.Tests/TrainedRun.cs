using GymSharp.Cli.Running;

[assembly: AssemblyFixture(typeof(GymSharp.Cli.TrainedRun))]

namespace GymSharp.Cli;

/// <summary>A run that was trained once for all tests that only read it. The lake is not slippery: six steps to the goal.</summary>
public sealed class TrainedRun : Workplace
{
    public const string Command =
        "train q-learning FrozenLake-v1 --steps 20000 --seed 3 --env-set is_slippery=false --eval-episodes 20 --run-dir run";

    public TrainedRun() => Result = Run(Command).Succeeded();

    internal ProgramResult Result { get; }

    internal string Path => this["run"];

    /// <summary>Copies the run, for those who damage it.</summary>
    internal static void CopyTo(TrainedRun run, string target)
    {
        foreach (string file in run.Files("run"))
        {
            string copy = System.IO.Path.Combine(target, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(System.IO.Path.Combine(run.Path, file), copy);
        }
    }
}
