using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Proof;

/// <summary>Trains and evaluates the seeds of cells, several side by side.</summary>
/// <remarks>
/// A run that was finished earlier with the same options is taken as it is, one that was interrupted is continued.
/// </remarks>
internal sealed class ProofRunner(ProofRequest request, TextWriter output)
{
    private static readonly Dictionary<string, object?> NoOptions = [];
    private readonly ConcurrentDictionary<(ProofCell Cell, ulong Seed), SeedResult> results = new();
    private readonly Lock gate = new();
    private int total;
    private int done;

    /// <summary>Proves cells.</summary>
    /// <returns>Results in the order of the cells; a cell without a finished seed is left out.</returns>
    /// <exception cref="ArgumentException">A cell cannot be run: the message says why; nothing was written.</exception>
    public IReadOnlyList<CellResult> Run(IReadOnlyList<ProofCell> cells, CancellationToken cancellation)
    {
        (ProofCell Cell, ulong Seed)[] tasks = [.. cells.SelectMany(
            cell => Enumerable.Range(0, request.SeedsOf(cell)).Select(seed => (cell, (ulong)seed)))];
        total = tasks.Length;
        foreach (ProofCell cell in cells)
        {
            RunPlan.Start(cell.Request(0, request.Episodes), TimeProvider.System).MakeEnv(RenderMode.None).Dispose();
        }

        RunAll(tasks, cancellation);
        return [.. cells
            .Select(cell => new CellResult(
                cell,
                [.. tasks.Where(task => task.Cell == cell && results.ContainsKey(task)).Select(task => results[task])]))
            .Where(cell => cell.Seeds.Count > 0)];
    }

    private void RunAll((ProofCell Cell, ulong Seed)[] tasks, CancellationToken cancellation)
    {
        // One at a time from the list, so that a cell's seeds run together and long runs hold nothing up.
        OrderablePartitioner<(ProofCell Cell, ulong Seed)> queue = Partitioner.Create(
            tasks, EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(queue, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, task =>
            {
                if (!cancellation.IsCancellationRequested && Prove(task.Cell, task.Seed, cancellation) is { } result)
                {
                    results[task] = result;
                    Tell(task.Cell, result);
                }
            });
        }
        catch (AggregateException error)
        {
            // What went wrong in a run is told as if it had run alone.
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    // Null where it was cancelled, or is not finished and nothing is to be trained.
    private SeedResult? Prove(ProofCell cell, ulong seed, CancellationToken cancellation)
    {
        string directory = request.RunDirectory(cell, seed);
        TrainingRequest training = cell.Request(seed, request.Episodes) with
        {
            RunDirectory = directory,
            Threads = request.Jobs > 1 ? 1 : 0,
            Command = $"gymsharp prove {cell.Algorithm} {cell.Environment}",
        };
        string? status = StatusOf(directory, training);
        bool isFailed = status == "failed";
        bool resume = status is not null && !isFailed && (request.OnlyFinished || !request.Again);
        if (resume && SeedResult.Read(directory) is { } earlier)
        {
            return earlier;
        }

        if (request.OnlyFinished && status != "completed")
        {
            return isFailed ? Failed(directory, seed) : null;
        }

        return Train(training, resume, cancellation);
    }

    private static SeedResult? Train(TrainingRequest training, bool resume, CancellationToken cancellation)
    {
        string directory = training.RunDirectory!;
        try
        {
            if (!resume && IsRun(directory))
            {
                Directory.Delete(directory, recursive: true);
            }

            TrainingSummary summary = new TrainingRun(
                resume ? training with { Resume = true, Options = NoOptions } : training,
                new SilentObserver(),
                TimeProvider.System).Execute(cancellation);
            SeedResult result = SeedResult.Of(training.Seed, summary);
            if (!summary.Completed)
            {
                return null;
            }

            result.Write();
            return result;
        }
        catch (Exception error) when (error is DivergedException or RunFormatException)
        {
            return new SeedResult { Seed = training.Seed, Directory = directory, Failure = error.Message };
        }
    }

    // The last line of a failed run's log says why it failed.
    private static SeedResult Failed(string directory, ulong seed)
    {
        string log = Path.Combine(directory, "output.log");
        string? reason = File.Exists(log) ? File.ReadLines(log).LastOrDefault() : null;
        return new SeedResult { Seed = seed, Directory = directory, Failure = reason ?? "the run failed" };
    }

    private static bool IsRun(string directory) => File.Exists(Path.Combine(directory, "run.json"));

    // The status of the run that is asked for, whose result counts or which can be continued; null where there is none.
    private static string? StatusOf(string directory, TrainingRequest training)
    {
        if (!IsRun(directory))
        {
            return null;
        }

        try
        {
            RunDescription saved = RunPlan.Load(directory).Description;
            RunDescription wanted = RunPlan.Start(training, TimeProvider.System).Description;
            bool isSame = saved.Steps == wanted.Steps && saved.Seed == wanted.Seed
                && saved.EvaluationEpisodes == wanted.EvaluationEpisodes
                && saved.EvaluateEvery == wanted.EvaluateEvery && saved.StopAt.Equals(wanted.StopAt)
                && saved.Wrappers.SequenceEqual(wanted.Wrappers)
                && JsonNode.DeepEquals(Text(saved.EnvironmentArguments), Text(wanted.EnvironmentArguments))
                && JsonNode.DeepEquals(Text(saved.TrainingArguments), Text(wanted.TrainingArguments))
                && JsonNode.DeepEquals(Text(saved.Options), Text(wanted.Options));
            return isSame ? saved.Status : null;
        }
        catch (RunFormatException)
        {
            return null;
        }
    }

    // Numbers compare alike only after both were written.
    private static JsonNode? Text(JsonObject options) => JsonNode.Parse(options.ToJsonString());

    private void Tell(ProofCell cell, SeedResult result)
    {
        string outcome = result.Evaluation is { } evaluation
            ? string.Create(CultureInfo.InvariantCulture, $"mean return {evaluation.MeanReturn:0.##} ± "
                + $"{evaluation.StdReturn:0.##} after {result.Steps:N0} steps in {result.Seconds:0.0} s")
            : result.Failure ?? "";
        string goal = cell.GoalText is "" ? "" : $" (goal {cell.GoalText})";
        lock (gate)
        {
            output.WriteLine(
                $"[{++done}/{total}] {cell.Label} on {cell.Environment}, seed {result.Seed}: {outcome}{goal}");
        }
    }
}
