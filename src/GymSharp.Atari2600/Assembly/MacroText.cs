using System.Text;

namespace GymSharp.Atari2600.Assembly;

/// <summary>A macro: the lines between <c>MAC</c> and <c>ENDM</c>; <c>{1}</c> stands for an argument.</summary>
internal sealed class MacroText(string name, SourceLine[] lines)
{
    /// <summary>The lines with the arguments of a call filled in.</summary>
    public SourceLine[] Expand(Statement call)
    {
        string[] arguments = Split(call.Operand);
        return Array.ConvertAll(lines, line => line with { Text = Fill(line, arguments, call) });
    }

    private string Fill(SourceLine line, string[] arguments, Statement call)
    {
        int open = line.Text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return line.Text;
        }

        StringBuilder filled = new();
        int from = 0;
        while (open >= 0)
        {
            int close = line.Text.IndexOf('}', open);
            if (close < 0 || !int.TryParse(line.Text.AsSpan(open + 1, close - open - 1), out int number) || number < 1)
            {
                throw line.Error(open, "expected the number of an argument between braces, such as {1}.");
            }

            if (number > arguments.Length)
            {
                throw call.Line.Error(
                    call.OperandColumn, $"the macro {name} needs argument {number}; {arguments.Length} were given.");
            }

            filled.Append(line.Text, from, open - from).Append(arguments[number - 1]);
            from = close + 1;
            open = line.Text.IndexOf('{', from);
        }

        return filled.Append(line.Text, from, line.Text.Length - from).ToString();
    }

    /// <summary>The arguments of a call: what stands between the commas that no bracket or string holds.</summary>
    private static string[] Split(string operand)
    {
        if (operand.Length == 0)
        {
            return [];
        }

        List<string> arguments = [];
        int depth = 0;
        int from = 0;
        bool quoted = false;
        for (int index = 0; index < operand.Length; index++)
        {
            char character = operand[index];
            quoted ^= character == '"';
            depth += quoted ? 0 : character switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (character == ',' && depth <= 0 && !quoted)
            {
                arguments.Add(operand[from..index].Trim());
                from = index + 1;
            }
        }

        arguments.Add(operand[from..].Trim());
        return [.. arguments];
    }
}
