using System.CommandLine;
using GymSharp.Cli.Output;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Commands;

/// <summary>The arguments and options of <c>gymsharp train</c>, and the request they make.</summary>
internal sealed class TrainArguments
{
    private const string None = "none";

    private readonly Argument<string?> algorithm = new("algorithm")
    {
        Description = "Name of the algorithm; --list shows all.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> env = new("env")
    {
        Description = "Id of the environment.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<long?> steps = NumberOption.Create(
        "--steps", "Environment steps; tuned per environment by default.", 1L);

    private readonly Option<ulong?> seed = NumberOption.Create(
        "--seed", "Seed of everything random; 0 by default.", 0UL);

    private readonly Option<int?> envs = NumberOption.Create(
        "--envs", "Environments stepped side by side; the same as --set envs=N.", 1);

    private readonly Option<string[]> set = Settings.Option("--set", "An option of the algorithm.");

    private readonly Option<string[]> envSet = Settings.Option("--env-set", "A keyword argument of the environment.");

    private readonly Option<string[]> wrap = new("--wrap")
    {
        Description = "A wrapper around the environment, the first innermost; tuned per environment by default, "
            + "'none' for none.",
        HelpName = "NAME[:key=value,…]",
        DefaultValueFactory = _ => [],
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> runDir = new("--run-dir")
    {
        Description = "Directory of the run; runs/ENV/ALGORITHM-N by default.",
        HelpName = "DIR",
    };

    private readonly Option<bool> resume = new("--resume") { Description = "Continue the run in --run-dir." };

    private readonly Option<int?> evalEpisodes = NumberOption.Create(
        "--eval-episodes", "Episodes of the final evaluation; tuned per environment by default, else 100.", 1);

    private readonly Option<long?> checkpointEvery = NumberOption.Create(
        "--checkpoint-every", "Steps between two checkpoints; by default one every 20 seconds or less often.", 1L);

    private readonly Option<long?> evalEvery = NumberOption.Create(
        "--eval-every", "Steps between two evaluations while training, whose best agent is kept.", 1L);

    private readonly Option<double?> stopAt = new("--stop-at")
    {
        Description = "End as soon as the mean return reaches this: of an evaluation, else of the last 100 episodes.",
        HelpName = "RETURN",
    };

    private readonly Option<int> threads = NumberOption.WithDefault(
        "--threads", "Threads to use, 0 for all processors; changes nothing but the time.", 0, 0);

    private readonly Option<bool> noVideo = new("--no-video") { Description = "Record no videos." };

    /// <summary>Makes the command; further options can be added to it.</summary>
    public Command CreateCommand(string name, string description) => new(name, description)
    {
        algorithm, env, steps, seed, envs, set, envSet, wrap, runDir, resume,
        evalEpisodes, evalEvery, stopAt, checkpointEvery, threads, noVideo,
    };

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">Something is missing, or contradicts something else.</exception>
    public TrainingRequest Read(ParseResult parsed)
    {
        string? directory = parsed.GetValue(runDir);
        RunDescription? saved = parsed.GetValue(resume) ? Saved(directory, parsed.GetValue(seed)) : null;
        TrainingRequest request = new()
        {
            Algorithm = Needed(parsed.GetValue(algorithm) ?? saved?.Algorithm, "the algorithm"),
            Environment = Needed(parsed.GetValue(env) ?? saved?.Environment, "the environment"),
            Steps = parsed.GetValue(steps),
            Seed = parsed.GetValue(seed) ?? 0,
            Options = Options(parsed),
            EnvironmentArguments = Settings.Parse("--env-set", parsed.GetValue(envSet)),
            Wrappers = Wrappers(parsed.GetValue(wrap) ?? []),
            RunDirectory = directory,
            Resume = saved is not null,
            EvaluationEpisodes = parsed.GetValue(evalEpisodes),
            EvaluateEvery = parsed.GetValue(evalEvery),
            StopAt = parsed.GetValue(stopAt),
            Threads = parsed.GetValue(threads),
            CheckpointEvery = parsed.GetValue(checkpointEvery),
            Video = !parsed.GetValue(noVideo),
            Command = string.Join(
                ' ', parsed.Tokens.Select(token => ShellText.Quote(token.Value)).Prepend(CommandLine.Name)),
        };
        return parsed.GetValue(envs) is not { } count || count == 1 || AlgorithmCatalog.Find(request.Algorithm).IsVector
            ? request
            : throw new UsageException(
                $"--envs {count}: {request.Algorithm} learns from one environment at a time. Leave --envs out.");
    }

    private static string[]? Wrappers(string[] given) => given switch
    {
        [] => null,
        [None] => [],
        _ => given,
    };

    private Dictionary<string, object?> Options(ParseResult parsed)
    {
        Dictionary<string, object?> options = Settings.Parse("--set", parsed.GetValue(set));
        if (parsed.GetValue(envs) is { } count and not 1 && !options.TryAdd("envs", (long)count))
        {
            throw new UsageException($"--envs {count} and --set envs say the same thing: leave one of them out.");
        }

        return options;
    }

    private static RunDescription Saved(string? directory, ulong? seed)
    {
        if (directory is null)
        {
            throw new UsageException("--resume needs the run to continue: add --run-dir DIR.");
        }

        RunDescription saved = RunPlan.Load(directory).Description;
        return seed is null || seed == saved.Seed
            ? saved
            : throw new UsageException(
                $"--seed {seed}: the run in '{directory}' was begun with seed {saved.Seed} and keeps it. "
                + "Leave --seed out.");
    }

    private static string Needed(string? value, string what) => value
        ?? throw new UsageException(
            $"Name {what}: gymsharp train ALGORITHM ENV, for example gymsharp train random-search CartPole-v1. "
            + "`gymsharp train --list` shows the algorithms, `gymsharp envs` the environments.");
}
