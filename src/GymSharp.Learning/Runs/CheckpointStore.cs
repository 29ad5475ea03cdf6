using System.Globalization;
using GymSharp.State;

namespace GymSharp.Learning.Runs;

/// <summary>
/// The checkpoints of a run: the two newest, and that of the best agent where a run keeps it. A file is written to a
/// temporary name, flushed and renamed, so that it is whole or not there; what was damaged later is noticed.
/// </summary>
public sealed class CheckpointStore
{
    private const int Kept = 2;
    private const string Extension = ".checkpoint";
    private readonly string folder;

    internal CheckpointStore(string folder) => this.folder = folder;

    /// <summary>Path of the best agent's checkpoint.</summary>
    public string BestPath => Path.Combine(folder, "best" + Extension);

    /// <summary>Whether the best agent was kept.</summary>
    public bool HasBest => File.Exists(BestPath);

    /// <summary>Paths of the checkpoints, the newest first.</summary>
    public IReadOnlyList<string> Newest => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "step-*" + Extension).OrderDescending(StringComparer.Ordinal)]
        : [];

    /// <summary>Writes a checkpoint and removes the oldest beyond two.</summary>
    /// <param name="steps">Environment steps so far; part of the name.</param>
    /// <param name="state">Writes the state; see <see cref="CheckpointFile.Write"/>.</param>
    /// <param name="weights">
    /// Files that go beside it, by the ends of their names, for example <c>.policy.safetensors</c>; null for none.
    /// </param>
    public void Write(
        long steps, Action<StateSync> state, IReadOnlyDictionary<string, byte[]>? weights = null)
    {
        WriteFiles($"step-{steps.ToString("D12", CultureInfo.InvariantCulture)}", state, weights);
        foreach (string old in Newest.Skip(Kept))
        {
            // The state goes last: what was interrupted here is tidied up the next time.
            string stem = Path.GetFileNameWithoutExtension(old);
            foreach (string beside in Directory.GetFiles(folder, stem + ".*.safetensors"))
            {
                File.Delete(beside);
            }

            File.Delete(old);
        }
    }

    /// <summary>Writes the checkpoint of the best agent so far.</summary>
    /// <param name="state">Writes the state; see <see cref="CheckpointFile.Write"/>.</param>
    /// <param name="weights">Files that go beside it, as in <see cref="Write"/>.</param>
    public void WriteBest(Action<StateSync> state, IReadOnlyDictionary<string, byte[]>? weights = null) =>
        WriteFiles("best", state, weights);

    /// <summary>Reads the newest checkpoint that is whole, with a warning for each damaged one passed over.</summary>
    /// <param name="state">Reads the state.</param>
    /// <exception cref="RunFormatException">None is whole.</exception>
    public void ReadNewest(Action<StateSync> state) => Read(Newest, state, setAside: false);

    /// <summary>
    /// As <see cref="ReadNewest"/>, to continue the run: damaged checkpoints are renamed to <c>….damaged</c>, so that
    /// they do not count among the two that are kept.
    /// </summary>
    /// <param name="state">Reads the state.</param>
    /// <exception cref="RunFormatException">None is whole.</exception>
    public void ReadToContinue(Action<StateSync> state) => Read(Newest, state, setAside: true);

    /// <summary>Reads the best agent's checkpoint where there is one and it is whole, else the newest.</summary>
    /// <param name="state">Reads the state.</param>
    /// <exception cref="RunFormatException">None is whole.</exception>
    public void ReadBest(Action<StateSync> state) =>
        Read(HasBest ? [BestPath, .. Newest] : Newest, state, setAside: false);

    /// <summary>Removes what a process left that was killed while it wrote.</summary>
    internal void RemoveRemains()
    {
        foreach (string remains in Directory.GetFiles(folder, "*" + AtomicFile.Unfinished))
        {
            File.Delete(remains);
        }
    }

    // The state comes last: where it is, what goes beside it is there as well.
    private void WriteFiles(string name, Action<StateSync> state, IReadOnlyDictionary<string, byte[]>? weights)
    {
        foreach ((string end, byte[] content) in weights ?? new Dictionary<string, byte[]>())
        {
            AtomicFile.Write(Path.Combine(folder, name + end), content);
        }

        AtomicFile.Write(Path.Combine(folder, name + Extension), stream => CheckpointFile.Write(stream, state));
    }

    private void Read(IReadOnlyList<string> paths, Action<StateSync> state, bool setAside)
    {
        List<string> damaged = [];
        foreach (string path in paths)
        {
            // A training that goes on beside may remove it meanwhile.
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            StateSync sync;
            try
            {
                sync = CheckpointFile.Read(stream);
            }
            catch (RunFormatException error)
            {
                damaged.Add($"{Path.GetFileName(path)} is passed over: {error.Message}");
                if (setAside)
                {
                    stream.Dispose();
                    File.Move(path, path + ".damaged", overwrite: true);
                }

                continue;
            }

            damaged.ForEach(reason => GymLog.Warn($"{reason} Going back to {Path.GetFileName(path)}."));
            state(sync);
            return;
        }

        throw new RunFormatException(
            $"There is no whole checkpoint in '{folder}', so the agent cannot be loaded. "
            + (damaged.Count > 0
                ? string.Join(' ', damaged) + " "
                : "The run was stopped before the first one, or its files were removed. ")
            + "Train again with another --run-dir.");
    }
}
