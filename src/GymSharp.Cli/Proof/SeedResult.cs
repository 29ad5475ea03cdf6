using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Proof;

/// <summary>What one seed of a cell earned; kept beside the run as <c>proof.json</c>.</summary>
internal sealed record SeedResult
{
    private const string FileName = "proof.json";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public required ulong Seed { get; init; }

    /// <summary>The run's directory.</summary>
    public required string Directory { get; init; }

    /// <summary>The evaluation, or null where the run failed.</summary>
    public EvaluationResult? Evaluation { get; init; }

    /// <summary>Environment steps done.</summary>
    public long Steps { get; init; }

    /// <summary>Time spent learning.</summary>
    public double Seconds { get; init; }

    /// <summary>Step of the agent that was evaluated.</summary>
    public long AgentStep { get; init; }

    /// <summary>Why the run failed, or null.</summary>
    public string? Failure { get; init; }

    public static SeedResult Of(ulong seed, TrainingSummary summary) => new()
    {
        Seed = seed,
        Directory = summary.RunDirectory,
        Evaluation = summary.Evaluation,
        Steps = summary.Steps,
        Seconds = summary.Seconds,
        AgentStep = summary.AgentStep,
    };

    /// <summary>Reads the result of a run that was finished earlier; null where there is none.</summary>
    public static SeedResult? Read(string directory)
    {
        try
        {
            JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(directory, FileName)))!;
            JsonNode evaluation = json["evaluation"]!;
            return new()
            {
                Seed = json["seed"]!.GetValue<ulong>(),
                Directory = directory,
                Steps = json["steps"]!.GetValue<long>(),
                Seconds = json["seconds"]!.GetValue<double>(),
                AgentStep = json["agent_step"]!.GetValue<long>(),
                Evaluation = new(
                    evaluation["mean_return"]!.GetValue<double>(),
                    evaluation["std_return"]!.GetValue<double>(),
                    evaluation["min"]!.GetValue<double>(),
                    evaluation["max"]!.GetValue<double>(),
                    evaluation["mean_length"]!.GetValue<double>(),
                    evaluation["episodes"]!.GetValue<int>())
                {
                    SuccessRate = evaluation["success_rate"]?.GetValue<double>(),
                },
            };
        }
        catch (Exception error) when (error is IOException or JsonException or NullReferenceException
            or InvalidOperationException or FormatException)
        {
            // Not there, or not whole: it is run again.
            return null;
        }
    }

    public void Write() => AtomicFile.Write(
        Path.Combine(Directory, FileName), Encoding.UTF8.GetBytes(ToJson().ToJsonString(Indented) + "\n"));

    public JsonObject ToJson() => new()
    {
        ["seed"] = Seed,
        ["steps"] = Steps,
        ["seconds"] = Math.Round(Seconds, 2),
        ["agent_step"] = AgentStep,
        ["evaluation"] = Evaluation is { } evaluation ? EvaluationJson.Of(evaluation) : null,
        ["failure"] = Failure,
    };
}
