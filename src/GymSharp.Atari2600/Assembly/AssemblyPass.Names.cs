namespace GymSharp.Atari2600.Assembly;

/// <content>Names: labels, equates, variables, and the scopes of local ones.</content>
internal sealed partial class AssemblyPass
{
    private ExpressionReader ReaderAt(Statement statement, int column) => new(
        statement.Line, column, (name, place) => LookUp(statement, name, place), segment.Here);

    /// <summary>Reads the one expression that is a directive's operand.</summary>
    private Number ReadOperand(Statement statement)
    {
        ExpressionReader reader = ReaderAt(statement, statement.OperandColumn);
        Number value = reader.Read();
        reader.ExpectEnd();
        return value;
    }

    private Number LookUp(Statement statement, string name, int column)
    {
        string key = KeyOf(name);
        if (variables.TryGetValue(key, out long value) || Labels.TryGetValue(key, out value)
            || previous.TryGetValue(key, out value))
        {
            return Number.Of(value);
        }

        return strict ? throw statement.Line.Error(column, $"the name '{name}' is not defined.") : Number.Unknown;
    }

    private string KeyOf(string name) => name[0] == '.' ? $"{scope}{name}" : name;

    private void Assign(Statement statement)
    {
        if (statement.Label.Length == 0)
        {
            throw statement.Line.Error(0, "expected a name in the first column before '='.");
        }

        Number value = ReadOperand(statement);
        if (statement.Key == "set")
        {
            CheckName(statement, statement.Label);
            SetVariable(KeyOf(statement.Label), value);
        }
        else
        {
            Define(statement, statement.Label, value);
        }
    }

    private void SetVariable(string key, Number value)
    {
        if (value.IsKnown)
        {
            variables[key] = value.Value;
        }
        else
        {
            variables.Remove(key);
        }
    }

    private void Define(Statement statement, string name, Number value)
    {
        CheckName(statement, name);
        if (strict && !value.IsKnown)
        {
            throw statement.Line.Error(0, $"the value of '{name}' cannot be told; ORG must come before a label.");
        }

        string key = KeyOf(name);
        if (!value.IsKnown)
        {
            return;
        }

        if (!Labels.TryAdd(key, value.Value) && Labels[key] != value.Value)
        {
            throw statement.Line.Error(0, $"'{name}' already has another value; names that change are made with SET.");
        }
    }

    private static void CheckName(Statement statement, string name)
    {
        bool isName = name[0] is '.' or '_' || char.IsAsciiLetter(name[0]);
        if (!isName || name == "." || !name.Skip(1).All(ExpressionReader.IsNamePart))
        {
            throw statement.Line.Error(0, $"'{name}' is no name; expected letters, digits and '_'.");
        }
    }

    /// <summary>Runs a macro, with local names of its own.</summary>
    private void Call(MacroText macro, Statement statement)
    {
        int outer = scope;
        scope = ++scopes;
        SourceLine[] lines = macro.Expand(statement);
        try
        {
            Nest(statement, () => Execute(lines));
        }
        catch (AssemblyException error)
        {
            throw error.In(statement.Operation, statement.Line);
        }

        scope = outer;
    }

    private void Nest(Statement statement, Action run)
    {
        if (++depth > DeepestCall)
        {
            throw statement.Line.Error(
                statement.OperationColumn, $"macros and included files are nested more than {DeepestCall} deep.");
        }

        run();
        depth--;
    }
}
