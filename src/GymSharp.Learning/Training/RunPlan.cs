using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using GymSharp.Learning.Options;
using GymSharp.Learning.Runs;
using GymSharp.Registration;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.Training;

/// <summary>A request with every default filled in, checked before anything is written.</summary>
public sealed class RunPlan
{
    private const int EvaluationEpisodes = 100;

    // Where a task has no time limit of its own, an agent that goes in circles would do so for ever.
    private const int LongestEpisode = 100_000;

    // Elements of an observation from which an environment counts as slow.
    private const int SlowObservation = 4096;

    private readonly AlgorithmSpec algorithm;
    private readonly object options;
    private readonly IReadOnlyDictionary<string, object?> environmentArguments;

    private RunPlan(string directory, RunDescription description, object options)
    {
        Directory = directory;
        Description = description;
        this.options = options;
        algorithm = AlgorithmCatalog.Find(description.Algorithm);
        environmentArguments = JsonValues.ToDictionary(description.EnvironmentArguments);
    }

    /// <summary>Where the run's files go.</summary>
    public string Directory { get; }

    /// <summary>What is run.</summary>
    public RunDescription Description { get; }

    /// <summary>Plans a new run.</summary>
    /// <exception cref="ArgumentException">The algorithm, the environment or an option is wrong.</exception>
    public static RunPlan Start(TrainingRequest request, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        AlgorithmSpec algorithm = AlgorithmCatalog.Find(request.Algorithm);
        EnvSpec spec = Gym.Registry.Find(request.Environment);
        Dictionary<string, object?> values = new(TunedDefaults.For(algorithm.Name, spec.Id), StringComparer.Ordinal);
        values.Remove("steps", out object? tunedSteps);
        values.Remove("eval_episodes", out object? tunedEpisodes);
        foreach (KeyValuePair<string, object?> given in request.Options)
        {
            values[given.Key] = given.Value;
        }

        object options = algorithm.BindOptions(values);
        long steps = request.Steps ?? (tunedSteps as long?) ?? algorithm.DefaultSteps;
        long episodes = request.EvaluationEpisodes ?? (tunedEpisodes as long?) ?? EvaluationEpisodes;
        Expect(steps, "step", "--steps");
        Expect(episodes, "episode to evaluate", "--eval-episodes");
        RunDescription description = new()
        {
            Algorithm = algorithm.Name,
            Environment = spec.Id,
            EnvironmentArguments = JsonValues.ToJson(request.EnvironmentArguments),
            Options = OptionBinder.ToJson(options),
            Seed = request.Seed,
            Steps = steps,
            EvaluationEpisodes = (int)episodes,
            Command = request.Command,
            Version = typeof(RunPlan).Assembly.GetName().Version?.ToString(3) ?? "",
            Machine = Machine(),
            Started = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ"),
        };
        return new(request.RunDirectory ?? RunDirectory.NextName(algorithm.Name, spec.Id), description, options);
    }

    /// <summary>Plans to continue a run as it was begun; options cannot be changed.</summary>
    /// <exception cref="ArgumentException">Something in the request contradicts the run.</exception>
    /// <exception cref="RunFormatException">The run directory is damaged.</exception>
    public static RunPlan Resume(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string directory = request.RunDirectory
            ?? throw new ArgumentException("--resume needs the run to continue: add --run-dir DIR.", nameof(request));
        RunPlan plan = Load(directory);
        RunDescription saved = plan.Description;
        if (saved.Algorithm != request.Algorithm || saved.Environment != Gym.Registry.Find(request.Environment).Id)
        {
            throw new ArgumentException(
                $"'{directory}' holds a run of {saved.Algorithm} on {saved.Environment}, not of {request.Algorithm} on "
                + $"{request.Environment}. Resume it with: "
                + $"gymsharp train {saved.Algorithm} {saved.Environment} --run-dir {directory} --resume",
                nameof(request));
        }

        if (request.Options.Count > 0 || request.EnvironmentArguments.Count > 0)
        {
            throw new ArgumentException(
                "A resumed run keeps its options: leave --set and --env-set out, or train anew in another --run-dir.",
                nameof(request));
        }

        if (request.Steps is { } steps && steps != saved.Steps)
        {
            throw new ArgumentException(
                $"The run in '{directory}' was planned for {saved.Steps} steps and its schedules stretch over them. "
                + "Leave --steps out to finish it, or train anew in another --run-dir.",
                nameof(request));
        }

        int episodes = request.EvaluationEpisodes ?? saved.EvaluationEpisodes;
        Expect(episodes, "episode to evaluate", "--eval-episodes");
        return new(directory, saved with { EvaluationEpisodes = episodes }, plan.options);
    }

    /// <summary>Reads the plan of an existing run.</summary>
    /// <exception cref="RunFormatException">The run directory is damaged.</exception>
    public static RunPlan Load(string directory)
    {
        using RunDirectory run = RunDirectory.Open(directory);
        RunDescription description = run.ReadDescription();
        try
        {
            AlgorithmSpec algorithm = AlgorithmCatalog.Find(description.Algorithm);
            object options = algorithm.BindOptions(JsonValues.ToDictionary(description.Options));
            RunPlan plan = new(directory, description, options);
            plan.MakeEnv(RenderMode.None).Dispose();
            return plan;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or UnknownEnvException)
        {
            throw new RunFormatException(
                $"run.json in '{directory}' does not describe a run of this version: {error.Message}", error);
        }
    }

    /// <summary>A seed for evaluations that training does not use.</summary>
    public static ulong EvaluationSeed(ulong seed) => seed + 1_000_003;

    /// <summary>
    /// Makes the environment of the run. Where it has no time limit of its own, an episode is truncated after 100,000
    /// steps.
    /// </summary>
    public Env MakeEnv(RenderMode renderMode)
    {
        (EnvSpec spec, MakeOptions make) = Environment();
        return Gym.Make(spec, make with { RenderMode = renderMode });
    }

    /// <summary>
    /// Makes a batch of environments of the run, which resets by <see cref="AutoresetMode.SameStep"/>; the same numbers
    /// whatever the number of threads.
    /// </summary>
    /// <param name="count">Number of environments, at least 1.</param>
    /// <param name="threads">Threads that may step them, at least 1.</param>
    public VectorEnv MakeVectorEnv(int count, int threads)
    {
        (EnvSpec spec, MakeOptions make) = Environment();
        MakeVecOptions options = new()
        {
            Mode = VectorizationMode.Sync,
            Autoreset = AutoresetMode.SameStep,
            Make = make,
        };
        int workers = Math.Min(count, threads);
        return Gym.MakeVec(spec, count, workers > 1 && IsSlow(spec, make)
            ? options with { Mode = VectorizationMode.Parallel, Workers = workers }
            : options);
    }

    /// <summary>Makes the learner with environments of its own.</summary>
    /// <param name="threads">Threads it may use, or 0 for as many as there are processors.</param>
    public ILearner CreateLearner(int threads = 0)
    {
        LearnerSetup setup = new(Description.Seed, Description.Steps) { Threads = threads };
        if (options is IVectorOptions { Envs: int count } && algorithm.IsVector)
        {
            VectorEnv envs = MakeVectorEnv(count, setup.ThreadCount);
            return OrDispose(envs, () => algorithm.Create(envs, options, setup));
        }

        Env env = MakeEnv(RenderMode.None);
        return OrDispose(env, () => algorithm.Create(env, options, setup));
    }

    /// <summary>Makes the learner as it stands in the newest checkpoint.</summary>
    /// <exception cref="RunFormatException">There is no whole checkpoint, or it does not fit the run's
    /// description.</exception>
    public ILearner LoadLearner()
    {
        using RunDirectory run = RunDirectory.Open(Directory);
        byte[] checkpoint = run.ReadCheckpoint();
        ILearner? learner = null;
        try
        {
            learner = CreateLearner();
            StateSync sync = StateSync.ForReading(checkpoint);
            RunState state = default;
            sync.Sync(ref state);
            learner.SyncState(sync);
            return learner;
        }
        catch (Exception error) when (error is StateFormatException or ArgumentException)
        {
            learner?.Dispose();
            throw new RunFormatException(
                $"The checkpoint in '{Directory}' does not fit its run.json: {error.Message}", error);
        }
    }

    // Where a step takes less time than waking a thread, the calling thread is faster alone. What shows pictures is slow.
    private static bool IsSlow(EnvSpec spec, MakeOptions make)
    {
        using Env env = Gym.Make(spec, make);
        return env.ObservationSpace.Shape is { } shape
            && shape.Aggregate(1L, (product, length) => product * length) >= SlowObservation;
    }

    private static ILearner OrDispose(IDisposable environments, Func<ILearner> create)
    {
        try
        {
            return create();
        }
        catch
        {
            environments.Dispose();
            throw;
        }
    }

    private (EnvSpec Spec, MakeOptions Make) Environment()
    {
        EnvSpec spec = Gym.Registry.Find(Description.Environment);
        MakeOptions make = MakeOptions.FromKeywords(environmentArguments);
        return (spec, make with
        {
            MaxEpisodeSteps = make.MaxEpisodeSteps ?? spec.MaxEpisodeSteps ?? LongestEpisode,
        });
    }

    private static void Expect(long number, string what, string option)
    {
        if (number < 1)
        {
            throw new ArgumentException(
                $"A run needs at least 1 {what}, got {number}. Give {option} a positive number.", nameof(number));
        }
    }

    private static JsonObject Machine() => new()
    {
        ["system"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
        ["processors"] = System.Environment.ProcessorCount,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
    };
}
