using System.Reflection;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;

namespace GymSharp.Cli.Proof;

/// <summary>What <c>gymsharp prove</c> proves: the embedded list <c>Proof/cells.json</c>.</summary>
internal sealed class ProofList
{
    private ProofList(IReadOnlyList<ProofCell> cells, IReadOnlyList<ProofRow> rows)
    {
        Cells = cells;
        Rows = rows;
    }

    public static ProofList Embedded { get; } = Read();

    public IReadOnlyList<ProofCell> Cells { get; }

    /// <summary>The best that is published for an environment by any of the algorithms.</summary>
    public IReadOnlyList<ProofRow> Rows { get; }

    /// <summary>The cells whose names contain every one of the words.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public IReadOnlyList<ProofCell> Select(IReadOnlyList<string> words, bool quick)
    {
        ProofCell[] selected = [.. Cells.Where(cell => (cell.Quick || !quick)
            && words.All(word => cell.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        string names = string.Join(", ", Cells
            .SelectMany(cell => new[] { cell.Group, cell.Algorithm, cell.Environment })
            .Distinct(StringComparer.Ordinal));
        return selected.Length > 0
            ? selected
            : throw new UsageException(
                $"Nothing to prove{(quick ? " in the short form" : "")} is called '{string.Join(' ', words)}'. "
                + $"Words to choose by: {names}.");
    }

    private static ProofList Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Proof/cells.json")!;
        JsonNode json = JsonNode.Parse(stream)!;
        return new(
            [.. json["cells"]!.AsArray().Select(cell => ProofCell.FromJson(cell!.AsObject()))],
            [.. json["rows"]!.AsArray().Select(row => new ProofRow(
                row!["environment"]!.GetValue<string>(),
                row["published"]!.GetValue<double>(),
                row["by"]!.GetValue<string>()))]);
    }
}
