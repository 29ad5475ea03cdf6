namespace GymSharp.Cli.Output;

/// <summary>A table of one line per row. Where it is too wide, one column gives way: its cells are cut.</summary>
/// <param name="flexible">Index of the column that gives way.</param>
/// <param name="headings">Headings; those that begin with <c>&gt;</c> stand over numbers, aligned right.</param>
internal sealed class TextTable(int flexible, params string[] headings)
{
    private const string Gap = "  ";
    private const int Least = 8;
    private readonly List<string[]> rows = [[.. headings.Select(heading => heading.TrimStart('>'))]];

    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="width">Columns of the terminal.</param>
    public void Write(TextWriter output, int width)
    {
        int[] widths = [.. headings.Select((_, column) => rows.Max(row => row[column].Length))];
        int others = widths.Sum() - widths[flexible] + (Gap.Length * (widths.Length - 1));
        widths[flexible] = Math.Clamp(width - others, Least, Math.Max(Least, widths[flexible]));
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select(
                (cell, column) => Fit(cell, widths[column], right: headings[column][0] == '>'));
            output.WriteLine(Cut(string.Join(Gap, cells).TrimEnd(), width));
        }
    }

    private static string Fit(string cell, int width, bool right) =>
        right ? Cut(cell, width).PadLeft(width) : Cut(cell, width).PadRight(width);

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
