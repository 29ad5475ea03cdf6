using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Learning.Runs;

/// <summary>What <c>run.json</c> holds: all that is needed to repeat the run.</summary>
public sealed record RunDescription
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Name of the algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Id of the environment, with its version.</summary>
    public required string Environment { get; init; }

    /// <summary>Keyword arguments of the environment.</summary>
    public required JsonObject EnvironmentArguments { get; init; }

    /// <summary>
    /// Keyword arguments that the environments of the training alone have, in place of those of
    /// <see cref="EnvironmentArguments"/>.
    /// </summary>
    public JsonObject TrainingArguments { get; init; } = [];

    /// <summary>Wrappers around the environment in writing, the innermost first.</summary>
    public IReadOnlyList<string> Wrappers { get; init; } = [];

    /// <summary>All options of the algorithm.</summary>
    public required JsonObject Options { get; init; }

    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Planned environment steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Episodes of the evaluation at the end.</summary>
    public int EvaluationEpisodes { get; init; } = 100;

    /// <summary>Steps between two evaluations while training, or null for none.</summary>
    public long? EvaluateEvery { get; init; }

    /// <summary>Mean return at which the run ends early, or null to use all steps.</summary>
    public double? StopAt { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public string Command { get; init; } = "";

    /// <summary>Version of GymSharp.</summary>
    public string Version { get; init; } = "";

    /// <summary>Operating system, processor, runtime.</summary>
    public JsonObject Machine { get; init; } = [];

    /// <summary>When the run began, ISO 8601.</summary>
    public string Started { get; init; } = "";

    /// <summary>
    /// <c>running</c>, <c>stopped</c> (resumable), <c>failed</c> (a metric was no longer finite) or <c>completed</c>.
    /// </summary>
    public string Status { get; init; } = "running";

    /// <summary>Writes the description as indented JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["algorithm"] = Algorithm,
        ["environment"] = Environment,
        ["environment_arguments"] = EnvironmentArguments.DeepClone(),
        ["training_arguments"] = TrainingArguments.DeepClone(),
        ["wrappers"] = new JsonArray([.. Wrappers.Select(wrapper => (JsonNode)wrapper)]),
        ["options"] = Options.DeepClone(),
        ["seed"] = Seed,
        ["steps"] = Steps,
        ["evaluation_episodes"] = EvaluationEpisodes,
        ["evaluate_every"] = EvaluateEvery,
        ["stop_at"] = StopAt,
        ["status"] = Status,
        ["command"] = Command,
        ["version"] = Version,
        ["machine"] = Machine.DeepClone(),
        ["started"] = Started,
    }.ToJsonString(Indented) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="RunFormatException">The text is not a run description; the message says what is
    /// missing.</exception>
    public static RunDescription FromJson(string text)
    {
        try
        {
            JsonObject json = JsonNode.Parse(text)?.AsObject() ?? throw new FormatException("it is null");
            return new RunDescription
            {
                Algorithm = Required(json, "algorithm").GetValue<string>(),
                Environment = Required(json, "environment").GetValue<string>(),
                EnvironmentArguments = (JsonObject)Required(json, "environment_arguments").AsObject().DeepClone(),
                TrainingArguments = (JsonObject?)json["training_arguments"]?.AsObject().DeepClone() ?? [],
                Wrappers = [.. (json["wrappers"]?.AsArray() ?? []).Select(Text)],
                Options = (JsonObject)Required(json, "options").AsObject().DeepClone(),
                Seed = Required(json, "seed").GetValue<ulong>(),
                Steps = Positive("steps", Required(json, "steps").GetValue<long>()),
                EvaluationEpisodes = (int)Positive(
                    "evaluation_episodes", json["evaluation_episodes"]?.GetValue<int>() ?? 100),
                EvaluateEvery = json["evaluate_every"] is { } every
                    ? Positive("evaluate_every", every.GetValue<long>())
                    : null,
                StopAt = json["stop_at"]?.GetValue<double>(),
                Status = Required(json, "status").GetValue<string>(),
                Command = json["command"]?.GetValue<string>() ?? "",
                Version = json["version"]?.GetValue<string>() ?? "",
                Machine = (JsonObject?)json["machine"]?.AsObject().DeepClone() ?? [],
                Started = json["started"]?.GetValue<string>() ?? "",
            };
        }
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new RunFormatException($"run.json cannot be read: {error.Message}", error);
        }
    }

    private static string Text(JsonNode? node) =>
        node?.GetValue<string>() ?? throw new FormatException("one of 'wrappers' is null");

    private static long Positive(string name, long value) =>
        value > 0 ? value : throw new FormatException($"'{name}' is {value} and must be 1 or more");

    private static JsonNode Required(JsonObject json, string name) =>
        json[name] ?? throw new FormatException($"'{name}' is missing");
}
