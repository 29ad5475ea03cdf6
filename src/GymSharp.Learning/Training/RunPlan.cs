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

    private readonly AlgorithmSpec algorithm;
    private readonly object options;

    private RunPlan(string directory, RunDescription description, AlgorithmSpec algorithm, object options)
    {
        Directory = directory;
        Description = description;
        this.algorithm = algorithm;
        this.options = options;
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
        AlgorithmSpec algorithm = request.CustomAlgorithm ?? AlgorithmCatalog.Find(request.Algorithm);
        EnvSpec spec = Gym.Registry.Find(request.Environment);
        (RunSettings settings, object options) = Checked(request, algorithm, spec.Id);
        foreach (string wrapper in settings.Wrappers)
        {
            _ = WrapperText.Parse(wrapper);
        }

        RunDescription description = new()
        {
            Algorithm = algorithm.Name,
            Environment = spec.Id,
            EnvironmentArguments = JsonValues.ToJson(settings.Arguments),
            TrainingArguments = JsonValues.ToJson(settings.TrainingArguments),
            Wrappers = settings.Wrappers,
            Options = OptionBinder.ToJson(options),
            Seed = request.Seed,
            Steps = settings.Steps ?? algorithm.DefaultSteps,
            EvaluationEpisodes = settings.EvaluationEpisodes ?? EvaluationEpisodes,
            EvaluateEvery = settings.EvaluateEvery,
            StopAt = settings.StopAt,
            Command = request.Command,
            Version = typeof(RunPlan).Assembly.GetName().Version?.ToString(3) ?? "",
            Machine = Machine(),
            Started = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ"),
        };
        string directory = request.RunDirectory ?? RunDirectory.NextName(algorithm.Name, spec.Id);
        return new(directory, description, algorithm, options);
    }

    /// <summary>Plans to continue a run as it was begun; options cannot be changed.</summary>
    /// <exception cref="ArgumentException">Something in the request contradicts the run.</exception>
    /// <exception cref="RunFormatException">The run directory is damaged.</exception>
    public static RunPlan Resume(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string directory = request.RunDirectory
            ?? throw new ArgumentException("--resume needs the run to continue: add --run-dir DIR.", nameof(request));
        RunPlan plan = Load(directory, request.CustomAlgorithm);
        RunDescription saved = plan.Description;
        if (RunSettings.Contradiction(request, saved) is { } contradiction)
        {
            throw new ArgumentException(contradiction, nameof(request));
        }

        int episodes = request.EvaluationEpisodes ?? saved.EvaluationEpisodes;
        return new(directory, saved with { EvaluationEpisodes = episodes }, plan.algorithm, plan.options);
    }

    /// <summary>Reads the plan of an existing run.</summary>
    /// <param name="directory">The run's directory.</param>
    /// <param name="customAlgorithm">The algorithm, where it is not one of the catalog.</param>
    /// <exception cref="RunFormatException">The run directory is damaged.</exception>
    public static RunPlan Load(string directory, AlgorithmSpec? customAlgorithm = null)
    {
        using RunDirectory run = RunDirectory.Open(directory);
        RunDescription description = run.ReadDescription();
        try
        {
            AlgorithmSpec algorithm = customAlgorithm ?? AlgorithmCatalog.Find(description.Algorithm);
            object options = algorithm.BindOptions(JsonValues.ToDictionary(description.Options));

            // Options that the run knew nothing of have their defaults.
            RunPlan plan = new(
                directory, description with { Options = OptionBinder.ToJson(options) }, algorithm, options);
            plan.MakeEnv(RenderMode.None).Dispose();
            return plan;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or UnknownEnvException)
        {
            throw new RunFormatException(
                $"run.json in '{directory}' does not describe a run of this version: {error.Message}", error);
        }
    }

    /// <summary>A seed for the evaluation at the end that training does not use.</summary>
    public static ulong EvaluationSeed(ulong seed) => seed + 1_000_003;

    /// <summary>
    /// A seed for evaluations while training; not that of the end, so that the best agent is not measured by the
    /// episodes it was chosen by.
    /// </summary>
    public static ulong InterimSeed(ulong seed) => seed + 2_000_003;

    /// <summary>
    /// Makes the environment of the run as evaluations use it: without the wrappers that are for training alone. Where
    /// it has no time limit of its own, an episode is truncated after 10,000 steps.
    /// </summary>
    public Env MakeEnv(RenderMode renderMode) => Environment().Make(renderMode);

    /// <summary>
    /// Makes a batch of environments of the run to learn from,
    /// which resets by <see cref="AutoresetMode.SameStep"/>; the same numbers whatever the number of threads.
    /// </summary>
    /// <param name="count">Number of environments, at least 1.</param>
    /// <param name="threads">Threads that may step them, at least 1.</param>
    public VectorEnv MakeVectorEnv(int count, int threads) => Environment().MakeVector(count, threads);

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

        Env env = Environment().MakeForTraining();
        return OrDispose(env, () => algorithm.Create(env, options, setup));
    }

    /// <summary>Makes the learner as it stands in a checkpoint.</summary>
    /// <param name="agent">Which of the agents that the run keeps.</param>
    /// <param name="threads">Threads it may use, or 0 for as many as there are processors.</param>
    /// <exception cref="RunFormatException">There is no whole checkpoint, or it does not fit the run's
    /// description.</exception>
    public ILearner LoadLearner(SavedAgent agent = SavedAgent.Best, int threads = 0)
    {
        using RunDirectory run = RunDirectory.Open(Directory);
        Action<Action<StateSync>> read =
            agent == SavedAgent.Best ? run.Checkpoints.ReadBest : run.Checkpoints.ReadNewest;
        ILearner? learner = null;
        try
        {
            read(sync =>
            {
                learner = CreateLearner(threads);
                new RunState().SyncState(sync);
                learner.SyncState(sync);
            });
            return learner!;
        }
        catch (Exception error)
        {
            learner?.Dispose();
            if (error is StateFormatException or ArgumentException)
            {
                throw UnfitCheckpoint(error);
            }

            throw;
        }
    }

    /// <summary>The error of a checkpoint that was written under another description or by another program.</summary>
    internal RunFormatException UnfitCheckpoint(Exception reason) => new(
        $"The checkpoint in '{Directory}' does not fit this program or its run.json: {reason.Message} The run was "
        + $"begun by GymSharp {Description.Version}. Use that program, put back the run.json it wrote, or begin a new "
        + "run.",
        reason);

    // Where options are wrong, the environment's arguments are looked at as well, so that everything is told at once.
    private static (RunSettings Settings, object Options) Checked(
        TrainingRequest request, AlgorithmSpec algorithm, string environment)
    {
        try
        {
            return RunSettings.Of(request, algorithm, environment);
        }
        catch (ArgumentException wrong)
        {
            try
            {
                new RunEnvironment(environment, request.EnvironmentArguments, request.Wrappers ?? [])
                    .Make(RenderMode.None).Dispose();
            }
            catch (ArgumentException alsoWrong)
            {
                throw new ArgumentException(
                    wrong.Message + System.Environment.NewLine + alsoWrong.Message, nameof(request), wrong);
            }

            throw;
        }
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

    private static JsonObject Machine() => new()
    {
        ["system"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
        ["processors"] = System.Environment.ProcessorCount,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
    };

    private RunEnvironment Environment() => new(
        Description.Environment,
        JsonValues.ToDictionary(Description.EnvironmentArguments),
        Description.Wrappers)
    {
        TrainingArguments = JsonValues.ToDictionary(Description.TrainingArguments),
    };
}
