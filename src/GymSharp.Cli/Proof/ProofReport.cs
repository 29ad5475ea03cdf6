using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Learning.Runs;

namespace GymSharp.Cli.Proof;

/// <summary>The results as a page, as JSON, and as pictures.</summary>
internal sealed class ProofReport(ProofRequest request, string command)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>All results as JSON.</summary>
    public JsonObject Json(IReadOnlyList<CellResult> results) => new()
    {
        ["command"] = command,
        ["quick"] = request.Quick,
        ["episodes"] = request.Episodes,
        ["cells"] = new JsonArray([.. results.Select(result => (JsonNode)result.ToJson())]),
    };

    /// <summary>Writes <c>results.md</c>, <c>results.json</c> and a picture per environment.</summary>
    /// <returns>The path of the page.</returns>
    public string Write(IReadOnlyList<CellResult> results)
    {
        Directory.CreateDirectory(request.Output);
        AtomicFile.Write(
            Path.Combine(request.Output, "results.json"),
            Encoding.UTF8.GetBytes(Json(results).ToJsonString(Indented) + "\n"));
        IReadOnlyList<(string Environment, string File)> curves = ProofCurves.Draw(results, request.Output);
        string page = Path.Combine(request.Output, "results.md");
        AtomicFile.Write(page, Encoding.UTF8.GetBytes(Markdown(results, curves)));
        return page;
    }

    private string Markdown(IReadOnlyList<CellResult> results, IReadOnlyList<(string Environment, string File)> curves)
    {
        StringBuilder text = new();
        text.Append("# What our agents learn\n\n")
            .Append(CultureInfo.InvariantCulture, $"Written by `{command}`: {request.Episodes} greedy episodes per ")
            .Append("seed after training, mean over the seeds. \"±\" is the standard deviation over seeds, then over ")
            .Append("episodes. ")
            .Append("The goal is the published mean less half its spread where nothing else is said. Time is the wall ")
            .Append(CultureInfo.InvariantCulture, $"clock of one run, {request.Jobs} side by side.\n");
        foreach (IGrouping<string, CellResult> group in results.GroupBy(result => result.Cell.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Title(group.Key)}\n\n")
                .Append("| environment | algorithm | return | ± seeds | ± episodes | seeds | steps | time | published ")
                .Append("| source | goal | met |\n")
                .Append("|---|---|---:|---:|---:|---:|---:|---:|---:|---|---:|---|\n");
            foreach (CellResult result in group)
            {
                Row(text, result);
            }
        }

        BestOfEachRow(text, results);
        foreach ((string environment, string file) in curves)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n![Learning curves on {environment}]({file})\n");
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, CellResult result)
    {
        ProofCell cell = result.Cell;
        string published = cell.Published is { } mean
            ? $"{Number(mean)} ± {Number(cell.Spread ?? 0)}"
            : "–";
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {cell.Environment} | {cell.Label} | {Return(result)} | {Number(result.SeedSpread)} ")
            .Append(
                CultureInfo.InvariantCulture,
                $"| {Number(result.EpisodeSpread)} | {result.Seeds.Count} | {Steps(result.Steps)} ")
            .Append(CultureInfo.InvariantCulture, $"| {result.Seconds:0.0} s | {published} | {cell.Source} ")
            .Append(
                CultureInfo.InvariantCulture,
                $"| {(cell.GoalText is "" ? "–" : cell.GoalText)} | {Met(result.IsMet)} |\n");
    }

    // Where episodes have goals, how many reach theirs says more than the return.
    private static string Return(CellResult result) => result.SuccessRate is { } share
        ? $"{Number(result.Mean)} ({ProofCell.Percent(share)} reach the goal)"
        : Number(result.Mean);

    private static void BestOfEachRow(StringBuilder text, IReadOnlyList<CellResult> results)
    {
        (ProofRow Row, CellResult Best)[] rows = [.. ProofList.Embedded.Rows
            .Select(row => (row, results
                .Where(result => result.Cell.Environment == row.Environment && double.IsFinite(result.Mean))
                .MaxBy(result => result.Mean)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.row, pair.Item2!))];
        if (rows.Length == 0)
        {
            return;
        }

        text.Append("\n## The best of each environment\n\n| environment | ours | by | published | by | met |\n")
            .Append("|---|---:|---|---:|---|---|\n");
        foreach ((ProofRow row, CellResult best) in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Environment} | {Number(best.Mean)} | {best.Cell.Label} | {Number(row.Published)} ")
                .Append(CultureInfo.InvariantCulture, $"| {row.By} | {Met(best.Mean >= row.Published)} |\n");
        }
    }

    private static string Title(string group) => char.ToUpperInvariant(group[0]) + group[1..].Replace('-', ' ');

    private static string Met(bool? met) => met is { } known ? known ? "yes" : "**no**" : "–";

    private static string Number(double value) =>
        double.IsFinite(value) ? value.ToString("0.##", CultureInfo.InvariantCulture) : "–";

    private static string Steps(double steps) => steps >= 1e6
        ? (steps / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M"
        : (steps / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k";
}
