using GymSharp.Learning.Evaluation;
using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp.Learning.Training;

/// <summary>The environment of a run: its id, its arguments, its wrappers, and how it is made.</summary>
/// <remarks>Where it has no time limit of its own, an episode is truncated after
/// <see cref="Evaluator.StepLimit"/> steps.</remarks>
internal sealed class RunEnvironment
{
    // How Gymnasium is told to leave the time limit out. A run without any might never come to its end.
    private const int NoLimit = -1;

    // Elements of an observation from which an environment counts as slow.
    private const int SlowObservation = 4096;

    private readonly EnvSpec spec;
    private readonly IReadOnlyDictionary<string, object?> arguments;
    private readonly WrapperText[] wrappers;

    public RunEnvironment(
        string id, IReadOnlyDictionary<string, object?> arguments, IEnumerable<string> wrappers)
    {
        this.arguments = arguments;
        this.wrappers = [.. wrappers.Select(WrapperText.Parse)];
        spec = Gym.Registry.Find(id);
    }

    /// <summary>Keyword arguments of the environments to learn from that others do not have.</summary>
    public IReadOnlyDictionary<string, object?> TrainingArguments { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Makes one environment that shows the returns of the task.</summary>
    public Env Make(RenderMode renderMode) =>
        Wrapped(
            Gym.Make(spec, Options(arguments) with { RenderMode = renderMode }),
            wrappers.Where(wrapper => !wrapper.IsForTraining));

    /// <summary>Makes one environment to learn from.</summary>
    public Env MakeForTraining() => Wrapped(Gym.Make(spec, OptionsForTraining()), wrappers);

    /// <summary>
    /// Makes a batch to learn from that resets within the step; the same numbers whatever the number of threads.
    /// </summary>
    public VectorEnv MakeVector(int count, int threads)
    {
        MakeOptions make = OptionsForTraining();
        if (wrappers.Length == 0 && OwnBatch(make, count, threads) is { } batch)
        {
            return batch;
        }

        MakeVecOptions options = new()
        {
            Mode = VectorizationMode.Sync,
            Autoreset = AutoresetMode.SameStep,
            Make = make,
            Wrappers = [.. wrappers.Select(wrapper => (Func<Env, Env>)wrapper.Apply)],
        };
        int workers = Math.Min(count, threads);
        return Gym.MakeVec(spec, count, workers > 1 && IsSlow(make)
            ? options with { Mode = VectorizationMode.Parallel, Workers = workers }
            : options);
    }

    // The environment's own batch, where that gives the same numbers; null where there is none.
    private VectorEnv? OwnBatch(MakeOptions make, int count, int threads)
    {
        EnvArguments asked = [];
        foreach (KeyValuePair<string, object?> argument in spec.Arguments.Concat(make.Arguments))
        {
            asked[argument.Key] = argument.Value;
        }

        if (spec.CreateVector is null || !spec.IsVectorAlike(asked))
        {
            return null;
        }

        Dictionary<string, object?> batched = new(make.Arguments, StringComparer.Ordinal)
        {
            ["autoreset_mode"] = AutoresetMode.SameStep,
            ["num_threads"] = threads,
        };
        return Gym.MakeVec(spec, count, new MakeVecOptions
        {
            Mode = VectorizationMode.Native,
            Autoreset = AutoresetMode.SameStep,
            Make = make with { Arguments = batched },
        });
    }

    private MakeOptions OptionsForTraining()
    {
        Dictionary<string, object?> all = new(arguments, StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> argument in TrainingArguments)
        {
            all[argument.Key] = argument.Value;
        }

        return Options(all);
    }

    private MakeOptions Options(IReadOnlyDictionary<string, object?> keywords)
    {
        MakeOptions given = MakeOptions.FromKeywords(keywords);
        int? limit = given.MaxEpisodeSteps ?? spec.MaxEpisodeSteps;
        return given with { MaxEpisodeSteps = limit is null or NoLimit ? Evaluator.StepLimit : limit };
    }

    private static Env Wrapped(Env env, IEnumerable<WrapperText> wrappers)
    {
        Env outermost = env;
        try
        {
            foreach (WrapperText wrapper in wrappers)
            {
                outermost = wrapper.Apply(outermost);
            }

            return outermost;
        }
        catch
        {
            outermost.Dispose();
            throw;
        }
    }

    // Where a step takes less time than waking a thread, the calling thread is faster alone. What shows pictures is
    // slow.
    private bool IsSlow(MakeOptions make)
    {
        using Env env = Gym.Make(spec, make);
        return env.ObservationSpace.Shape is { } shape
            && shape.Aggregate(1L, (product, length) => product * length) >= SlowObservation;
    }
}
