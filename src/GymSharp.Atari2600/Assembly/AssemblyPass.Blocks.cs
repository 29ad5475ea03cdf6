namespace GymSharp.Atari2600.Assembly;

/// <content>What spans lines: conditions, macros and repetition.</content>
internal sealed partial class AssemblyPass
{
    private const int MostRepeats = 65_536;

    /// <summary>Handles IF, ELSE and ENDIF, also where the lines around them do not apply.</summary>
    private bool ExecuteCondition(Statement statement, Stack<Condition> conditions)
    {
        switch (statement.Key)
        {
            case "if":
                bool reached = conditions.Count == 0 || conditions.Peek().Applies;
                bool holds = reached && ReadOperand(statement) is { IsKnown: true, Value: not 0 };
                conditions.Push(new Condition(statement.Line, holds, reached && !holds));
                return true;
            case "else":
                Condition open = Pop(statement, conditions);
                conditions.Push(new Condition(open.Line, open.ElseApplies, ElseApplies: false));
                return true;
            case "endif" or "eif":
                Pop(statement, conditions);
                return true;
            default:
                return false;
        }
    }

    private static Condition Pop(Statement statement, Stack<Condition> conditions) =>
        conditions.TryPop(out Condition? open)
            ? open
            : throw statement.Line.Error(statement.OperationColumn, $"{statement.Operation} without IF.");

    private int DefineMacro(SourceLine[] lines, int index, Statement statement)
    {
        string name = statement.Operand;
        if (name.Length == 0 || name.Any(char.IsWhiteSpace))
        {
            throw statement.Line.Error(statement.OperandColumn, "expected the name of the macro after MAC.");
        }

        int end = FindEnd(lines, index, ["mac", "macro"], "endm");
        macros[name] = new MacroText(name, lines[(index + 1)..end]);
        return end;
    }

    private int Repeat(SourceLine[] lines, int index, Statement statement)
    {
        int end = FindEnd(lines, index, ["repeat"], "repend");
        Number times = ReadOperand(statement);
        if (times.Value is < 0 or > MostRepeats || (strict && !times.IsKnown))
        {
            throw statement.Line.Error(
                statement.OperandColumn, $"REPEAT takes a number from 0 to {MostRepeats}, not {times.Value}.");
        }

        SourceLine[] body = lines[(index + 1)..end];
        Nest(statement, () =>
        {
            for (long round = 0; round < times.Value; round++)
            {
                Count(statement);
                Execute(body);
            }
        });
        return end;
    }

    /// <summary>The line that closes a block, blocks of the same kind inside it left out.</summary>
    private static int FindEnd(SourceLine[] lines, int start, string[] openers, string closer)
    {
        int open = 0;
        for (int index = start; index < lines.Length; index++)
        {
            string key = Statement.Read(lines[index]).Key;
            open += openers.Contains(key) ? 1 : key == closer ? -1 : 0;
            if (open == 0)
            {
                return index;
            }
        }

        string expected = closer.ToUpperInvariant();
        throw lines[start].Error(0, $"this block is never closed; expected {expected} after it.");
    }
}
