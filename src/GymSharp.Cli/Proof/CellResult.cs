using System.Text.Json.Nodes;

namespace GymSharp.Cli.Proof;

/// <summary>What the seeds of a cell earned together.</summary>
internal sealed record CellResult(ProofCell Cell, IReadOnlyList<SeedResult> Seeds)
{
    private IEnumerable<SeedResult> Whole => Seeds.Where(seed => seed.Evaluation is not null);

    /// <summary>Mean over the seeds of the mean return over episodes, or NaN where none was finished.</summary>
    public double Mean => Average(seed => seed.Evaluation!.Value.MeanReturn);

    /// <summary>Standard deviation of that mean over the seeds.</summary>
    public double SeedSpread
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Average(seed => Math.Pow(seed.Evaluation!.Value.MeanReturn - mean, 2)));
        }
    }

    /// <summary>Mean over the seeds of the standard deviation over episodes.</summary>
    public double EpisodeSpread => Average(seed => seed.Evaluation!.Value.StdReturn);

    /// <summary>Mean over the seeds of the share of episodes that reached the task's goal; null where it has none.
    /// </summary>
    public double? SuccessRate =>
        Whole.Any() && Whole.All(seed => seed.Evaluation!.Value.SuccessRate is not null)
            ? Average(seed => seed.Evaluation!.Value.SuccessRate!.Value)
            : null;

    /// <summary>Mean time of a run.</summary>
    public double Seconds => Average(seed => seed.Seconds);

    /// <summary>Mean number of steps of a run.</summary>
    public double Steps => Average(seed => seed.Steps);

    /// <summary>Whether the goal is reached: null where there is none; a failed seed fails the cell.</summary>
    public bool? IsMet => Cell.Goal is null && Cell.SuccessGoal is null
        ? null
        : Seeds.All(seed => seed.Failure is null)
            && (Cell.Goal is not { } goal || Mean >= goal)
            && (Cell.SuccessGoal is not { } share || SuccessRate >= share);

    public JsonObject ToJson() => new()
    {
        ["group"] = Cell.Group,
        ["algorithm"] = Cell.Algorithm,
        ["environment"] = Cell.Environment,
        ["variant"] = Cell.Variant,
        ["options"] = Cell.Options.DeepClone(),
        ["mean_return"] = Number(Mean),
        ["std_over_seeds"] = Number(SeedSpread),
        ["std_over_episodes"] = Number(EpisodeSpread),
        ["success_rate"] = SuccessRate,
        ["steps"] = Number(Steps),
        ["seconds"] = Number(Math.Round(Seconds, 2)),
        ["published"] = Cell.Published,
        ["published_std"] = Cell.Spread,
        ["source"] = Cell.Source,
        ["goal"] = Cell.Goal,
        ["success_goal"] = Cell.SuccessGoal,
        ["met"] = IsMet,
        ["seeds"] = new JsonArray([.. Seeds.Select(seed => (JsonNode)seed.ToJson())]),
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private double Average(Func<SeedResult, double> value) => Whole.Select(value).DefaultIfEmpty(double.NaN).Average();
}
