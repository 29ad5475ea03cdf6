using System.Globalization;
using GymSharp.Learning.Options;
using GymSharp.Learning.Runs;

namespace GymSharp.Learning.Training;

/// <summary>What a run is told beside the algorithm's options: as asked for, else as tuned, else null.</summary>
internal sealed record RunSettings(
    long? Steps, int? EvaluationEpisodes, long? EvaluateEvery, double? StopAt, IReadOnlyList<string> Wrappers)
{
    // How the names of tuned values that are no options are given on the command line.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["steps"] = "--steps N",
        ["seed"] = "--seed N",
        ["threads"] = "--threads N",
        ["eval_episodes"] = "--eval-episodes N",
        ["eval_every"] = "--eval-every N",
        ["stop_at"] = "--stop-at RETURN",
        ["wrappers"] = "--wrap WRAPPER",
        ["environment"] = "--env-set NAME=VALUE",
        ["training"] = "--env-set NAME=VALUE",
    };

    /// <summary>Keyword arguments of the environment.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; private init; } = NoArguments;

    /// <summary>Those that the environments of the training alone have instead.</summary>
    public IReadOnlyDictionary<string, object?> TrainingArguments { get; private init; } = NoArguments;

    private static Dictionary<string, object?> NoArguments => new(StringComparer.Ordinal);

    /// <summary>Settings and options of a request, with tuned values where it says nothing.</summary>
    /// <exception cref="ArgumentException">A setting or an option is wrong.</exception>
    public static (RunSettings Settings, object Options) Of(
        TrainingRequest request, AlgorithmSpec algorithm, string environment)
    {
        Dictionary<string, object?> values = new(
            TunedDefaults.For(algorithm.Name, environment), StringComparer.Ordinal);
        RunSettings tuned = new(
            Taken<long>(values, "steps"),
            Taken<int>(values, "eval_episodes"),
            Taken<long>(values, "eval_every"),
            Taken<double>(values, "stop_at"),
            Texts(values, "wrappers"));
        Dictionary<string, object?> arguments = ArgumentsIn(values, "environment");
        Dictionary<string, object?> forTraining = ArgumentsIn(values, "training");
        RunSettings settings = new(
            request.Steps ?? tuned.Steps,
            request.EvaluationEpisodes ?? tuned.EvaluationEpisodes,
            request.EvaluateEvery ?? tuned.EvaluateEvery,
            request.StopAt ?? tuned.StopAt,
            request.Wrappers ?? tuned.Wrappers)
        {
            Arguments = arguments,
            TrainingArguments = forTraining,
        };
        foreach (KeyValuePair<string, object?> given in request.EnvironmentArguments)
        {
            // What is asked for holds everywhere.
            arguments[given.Key] = given.Value;
            forTraining.Remove(given.Key);
        }

        foreach (KeyValuePair<string, object?> given in request.Options)
        {
            values[given.Key] = given.Value;
        }

        ExpectOptions(request.Options.Keys, algorithm);
        object options = algorithm.BindOptions(values);
        Expect(settings.Steps, "step", "--steps");
        Expect(settings.EvaluationEpisodes, "episode to evaluate", "--eval-episodes");
        Expect(settings.EvaluateEvery, "step between two evaluations", "--eval-every");
        return (settings, options);
    }

    /// <summary>Where a request to continue a run contradicts what the run is; null where it does not.</summary>
    public static string? Contradiction(TrainingRequest request, RunDescription saved)
    {
        string directory = request.RunDirectory!;
        if (saved.Algorithm != request.Algorithm || saved.Environment != Gym.Registry.Find(request.Environment).Id)
        {
            return $"'{directory}' holds a run of {saved.Algorithm} on {saved.Environment}, not of {request.Algorithm} "
                + $"on {request.Environment}. Resume it with: "
                + $"gymsharp train {saved.Algorithm} {saved.Environment} --run-dir {directory} --resume";
        }

        if (request.Options.Count > 0 || request.EnvironmentArguments.Count > 0 || request.Wrappers is not null)
        {
            return "A resumed run keeps its options: leave --set, --env-set and --wrap out, "
                + "or train anew in another --run-dir.";
        }

        if (request.Steps is { } steps && steps != saved.Steps)
        {
            return $"The run in '{directory}' was planned for {saved.Steps} steps and its schedules stretch over them. "
                + "Leave --steps out to finish it, or train anew in another --run-dir.";
        }

        if ((request.EvaluateEvery is { } every && every != saved.EvaluateEvery)
            || (request.StopAt is { } stop && !stop.Equals(saved.StopAt)))
        {
            return "A resumed run keeps its evaluations and its goal: leave --eval-every and --stop-at out, "
                + "or train anew in another --run-dir.";
        }

        Expect(request.EvaluationEpisodes, "episode to evaluate", "--eval-episodes");
        return null;
    }

    private static string[] Texts(Dictionary<string, object?> values, string name) =>
        values.Remove(name, out object? list) ? [.. ((object?[])list!).Cast<string>()] : [];

    private static Dictionary<string, object?> ArgumentsIn(Dictionary<string, object?> values, string name) =>
        Texts(values, name).Select(text => text.Split('=', 2)).ToDictionary(
            pair => pair[0], pair => JsonValues.FromText(pair[1]), StringComparer.Ordinal);

    private static T? Taken<T>(Dictionary<string, object?> values, string name)
        where T : struct => values.Remove(name, out object? value) && value is not null
        ? (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture)
        : null;

    private static void ExpectOptions(IEnumerable<string> names, AlgorithmSpec algorithm)
    {
        foreach (string name in names.Except(OptionBinder.Describe(algorithm.OptionsType).Select(known => known.Name)))
        {
            if (Elsewhere.TryGetValue(name, out string? given))
            {
                throw new ArgumentException(
                    $"'{name}' is a setting of the run and no option of {algorithm.Name}. Give {given} in place of "
                    + $"--set {name}=…",
                    nameof(names));
            }
        }
    }

    private static void Expect(long? number, string what, string option)
    {
        if (number < 1)
        {
            throw new ArgumentException(
                $"A run needs at least 1 {what}, got {number}. Give {option} a positive number.", nameof(number));
        }
    }
}
