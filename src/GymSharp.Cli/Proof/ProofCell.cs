using System.Globalization;
using System.Text.Json.Nodes;
using GymSharp.Learning.Options;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Proof;

/// <summary>An algorithm on an environment, and what it is expected to earn there.</summary>
internal sealed record ProofCell
{
    /// <summary>What it is shown with, for example <c>classic-control</c>.</summary>
    public required string Group { get; init; }

    public required string Algorithm { get; init; }

    public required string Environment { get; init; }

    /// <summary>What tells it from another cell of the same algorithm and environment; else empty.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Environment steps of a run.</summary>
    public required long Steps { get; init; }

    /// <summary>Seeds when nothing else is said.</summary>
    public int Seeds { get; init; } = 5;

    /// <summary>Options beside the tuned ones.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>Mean return that others have published, or null.</summary>
    public double? Published { get; init; }

    /// <summary>Its standard deviation over episodes.</summary>
    public double? Spread { get; init; }

    /// <summary>Where it was published.</summary>
    public string Source { get; init; } = "";

    /// <summary>Mean return to reach: what the list says, else the published mean less half its spread.</summary>
    public double? Goal { get; init; }

    /// <summary>Share of episodes that are to reach the task's own goal, or null.</summary>
    public double? SuccessGoal { get; init; }

    /// <summary>Whether it belongs to the short form.</summary>
    public bool Quick { get; init; }

    /// <summary>What is to be reached, to be read; empty where there is no goal.</summary>
    public string GoalText => string.Join(", ", new[]
    {
        Goal?.ToString("0.##", CultureInfo.InvariantCulture),
        SuccessGoal is { } share ? Percent(share) : null,
    }.OfType<string>());

    /// <summary>The algorithm, with the variant where there is one.</summary>
    public string Label => Variant.Length > 0 ? $"{Algorithm}-{Variant}" : Algorithm;

    /// <summary>Group, algorithm and environment, which filters are compared with.</summary>
    public string Name => $"{Group}/{Label}/{Environment}";

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    public static ProofCell FromJson(JsonObject json)
    {
        double? published = json["published"]?.GetValue<double>();
        double? spread = json["spread"]?.GetValue<double>();
        return new()
        {
            Group = json["group"]!.GetValue<string>(),
            Algorithm = json["algorithm"]!.GetValue<string>(),
            Environment = json["environment"]!.GetValue<string>(),
            Variant = json["variant"]?.GetValue<string>() ?? "",
            Steps = json["steps"]!.GetValue<long>(),
            Seeds = json["seeds"]?.GetValue<int>() ?? 5,
            Options = (JsonObject?)json["options"]?.DeepClone() ?? [],
            Published = published,
            Spread = spread,
            Source = json["source"]?.GetValue<string>() ?? "",
            Goal = json["goal"]?.GetValue<double>() ?? published - ((spread ?? 0) / 2),
            SuccessGoal = json["success_goal"]?.GetValue<double>(),
            Quick = json["quick"]?.GetValue<bool>() ?? false,
        };
    }

    /// <summary>What trains one seed.</summary>
    public TrainingRequest Request(ulong seed, int episodes) => new()
    {
        Algorithm = Algorithm,
        Environment = Environment,
        Steps = Steps,
        Seed = seed,
        Options = JsonValues.ToDictionary(Options),
        EvaluationEpisodes = episodes,
        Video = false,
    };
}
