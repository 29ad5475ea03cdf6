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
    private readonly MakeOptions make;
    private readonly WrapperText[] wrappers;

    public RunEnvironment(
        string id, IReadOnlyDictionary<string, object?> arguments, IEnumerable<string> wrappers)
    {
        this.wrappers = [.. wrappers.Select(WrapperText.Parse)];
        spec = Gym.Registry.Find(id);
        MakeOptions given = MakeOptions.FromKeywords(arguments);
        int? limit = given.MaxEpisodeSteps ?? spec.MaxEpisodeSteps;
        make = given with { MaxEpisodeSteps = limit is null or NoLimit ? Evaluator.StepLimit : limit };
    }

    /// <summary>Makes one environment that shows the returns of the task.</summary>
    public Env Make(RenderMode renderMode) =>
        Wrapped(
            Gym.Make(spec, make with { RenderMode = renderMode }),
            wrappers.Where(wrapper => !wrapper.IsForTraining));

    /// <summary>Makes one environment to learn from.</summary>
    public Env MakeForTraining() => Wrapped(Gym.Make(spec, make), wrappers);

    /// <summary>
    /// Makes a batch to learn from that resets within the step; the same numbers whatever the number of threads.
    /// </summary>
    public VectorEnv MakeVector(int count, int threads)
    {
        MakeVecOptions options = new()
        {
            Mode = VectorizationMode.Sync,
            Autoreset = AutoresetMode.SameStep,
            Make = make,
            Wrappers = [.. wrappers.Select(wrapper => (Func<Env, Env>)wrapper.Apply)],
        };
        int workers = Math.Min(count, threads);
        return Gym.MakeVec(spec, count, workers > 1 && IsSlow()
            ? options with { Mode = VectorizationMode.Parallel, Workers = workers }
            : options);
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
    private bool IsSlow()
    {
        using Env env = Gym.Make(spec, make);
        return env.ObservationSpace.Shape is { } shape
            && shape.Aggregate(1L, (product, length) => product * length) >= SlowObservation;
    }
}
