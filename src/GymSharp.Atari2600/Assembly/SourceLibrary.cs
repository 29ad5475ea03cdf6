namespace GymSharp.Atari2600.Assembly;

/// <summary>The source texts of one assembly, each opened once and cut into lines.</summary>
internal sealed class SourceLibrary(Func<string, string?> open)
{
    private readonly Dictionary<string, SourceLine[]> files = [];

    /// <summary>The lines of a file, or null where there is no such file.</summary>
    public SourceLine[]? Find(string file)
    {
        if (!files.TryGetValue(file, out SourceLine[]? lines) && open(file) is string text)
        {
            lines = [.. text.Split('\n').Select((line, index) => new SourceLine(file, index + 1, Clean(line)))];
            files.Add(file, lines);
        }

        return lines;
    }

    /// <summary>A line without its comment and the space at its end.</summary>
    private static string Clean(string line)
    {
        bool quoted = false;
        for (int index = 0; index < line.Length; index++)
        {
            if (line[index] == '"')
            {
                quoted = !quoted;
            }
            else if (line[index] == '\'' && !quoted)
            {
                index++;
            }
            else if (line[index] == ';' && !quoted)
            {
                return line[..index].TrimEnd();
            }
        }

        return line.TrimEnd();
    }
}
