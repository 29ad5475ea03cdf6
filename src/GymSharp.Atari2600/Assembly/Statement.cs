namespace GymSharp.Atari2600.Assembly;

/// <summary>The parts of a line: a label in the first column, an operation, its operand.</summary>
internal readonly record struct Statement(SourceLine Line, string Label, string Operation, int OperandColumn)
{
    /// <summary>The operation in small letters: what the tables are searched by.</summary>
    public string Key { get; } = Operation.ToLowerInvariant();

    /// <summary>The column of the operation, counted from 0.</summary>
    public int OperationColumn =>
        Operation.Length == 0 ? 0 : Line.Text.IndexOf(Operation, Label.Length, StringComparison.Ordinal);

    /// <summary>The text after the operation; empty where there is none.</summary>
    public string Operand => Line.Text[OperandColumn..];

    public static Statement Read(SourceLine line)
    {
        string text = line.Text;
        int end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('=' or ':'))
        {
            end++;
        }

        string label = text[..end];
        if (end < text.Length && text[end] == ':')
        {
            end++;
        }

        int start = SkipSpace(text, end);
        int stop = start;
        if (stop < text.Length && text[stop] == '=')
        {
            stop++;
        }
        else
        {
            while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && text[stop] != '=')
            {
                stop++;
            }
        }

        return new Statement(line, label, text[start..stop], SkipSpace(text, stop));
    }

    private static int SkipSpace(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }
}
