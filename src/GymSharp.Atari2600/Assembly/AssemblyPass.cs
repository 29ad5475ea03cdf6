namespace GymSharp.Atari2600.Assembly;

/// <summary>One reading of the whole source: gathers labels and, in the strict pass, writes bytes.</summary>
internal sealed partial class AssemblyPass(SourceLibrary library, Dictionary<string, long> previous, bool strict)
{
    private const int MostStatements = 200_000;
    private const int DeepestCall = 32;
    private readonly Dictionary<string, long> variables = [];
    private readonly Dictionary<string, MacroText> macros = [];
    private readonly Dictionary<string, Segment> segments = [];
    private readonly OutputImage output = new();
    private Segment segment = new(isUninitialised: false);
    private int scope;
    private int scopes;
    private int statements;
    private int depth;

    /// <summary>Labels and equates found so far, the local ones with the number of their scope before them.</summary>
    public Dictionary<string, long> Labels { get; } = [];

    /// <summary>Reads a file from its first line to its last.</summary>
    public void Run(string file)
    {
        SourceLine[] lines = library.Find(file)
            ?? throw new AssemblyException(file, 1, 1, $"there is no file '{file}'.");
        Execute(lines);
    }

    /// <summary>Whether this pass found what the pass before it found.</summary>
    public bool AgreesWith(Dictionary<string, long> labels) =>
        labels.Count == Labels.Count
        && Labels.All(label => labels.TryGetValue(label.Key, out long value) && value == label.Value);

    /// <summary>The image and the global names of a strict pass.</summary>
    public AssembledProgram Finish() => new(
        output.ToArray(),
        Labels.Where(label => !char.IsAsciiDigit(label.Key[0]))
            .ToDictionary(label => label.Key, label => unchecked((int)label.Value)));

    private void Execute(SourceLine[] lines)
    {
        Stack<Condition> conditions = new();
        for (int index = 0; index < lines.Length; index++)
        {
            Statement statement = Statement.Read(lines[index]);
            Count(statement);
            if (ExecuteCondition(statement, conditions) || (conditions.Count > 0 && !conditions.Peek().Applies))
            {
                continue;
            }

            index = statement.Key switch
            {
                "mac" or "macro" => DefineMacro(lines, index, statement),
                "repeat" => Repeat(lines, index, statement),
                _ => ExecuteOne(statement, index),
            };
        }

        if (conditions.TryPeek(out Condition? open))
        {
            throw open.Line.Error(0, "IF without ENDIF.");
        }
    }

    private void Count(Statement statement)
    {
        if (++statements > MostStatements)
        {
            throw statement.Line.Error(0, $"more than {MostStatements} statements; is there a macro without an end?");
        }
    }

    private int ExecuteOne(Statement statement, int index)
    {
        if (statement.Key is "=" or "equ" or "set")
        {
            Assign(statement);
            return index;
        }

        if (statement.Label.Length > 0 && statement.Key is not ("org" or "rorg" or "subroutine" or "align"))
        {
            Define(statement, statement.Label, segment.Here);
        }

        if (statement.Operation.Length > 0)
        {
            Perform(statement);
        }

        return index;
    }

    private void Perform(Statement statement)
    {
        string name = statement.Key;
        int ending = name.LastIndexOf('.');
        if (ExecuteDirective(statement))
        {
            return;
        }

        if (macros.TryGetValue(statement.Operation, out MacroText? macro))
        {
            Call(macro, statement);
            return;
        }

        char width = ending <= 0 ? '\0' : name[ending..] switch
        {
            ".b" or ".z" or ".bx" or ".by" or ".zx" or ".zy" => 'b',
            ".w" or ".a" or ".wx" or ".wy" or ".ax" or ".ay" => 'w',
            _ => '?',
        };
        string mnemonic = ending <= 0 ? name : name[..ending];
        if (width == '?' || !Mnemonics.IsKnown(mnemonic))
        {
            string problem = $"'{statement.Operation}' is no instruction, directive or macro; "
                + "labels begin in the first column, everything else after it.";
            throw statement.Line.Error(statement.OperationColumn, problem);
        }

        Emit(statement, mnemonic, width);
    }

    private void Emit(Statement statement, string mnemonic, char width)
    {
        Operand operand = Operand.Read(statement, column => ReaderAt(statement, column));
        (byte opcode, AddressMode mode) = Instruction.Choose(statement, mnemonic, width, operand);
        Number here = segment.Here;
        Write(statement, opcode);
        switch (mode)
        {
            case AddressMode.Implied:
                break;
            case AddressMode.Absolute or AddressMode.AbsoluteX or AddressMode.AbsoluteY or AddressMode.Indirect:
                WriteWord(statement, operand.Value, operand.Column);
                break;
            case AddressMode.Relative:
                WriteBranch(statement, operand, here);
                break;
            default:
                WriteByte(statement, operand.Value, operand.Column);
                break;
        }
    }

    private void WriteBranch(Statement statement, Operand target, Number here)
    {
        long distance = target.Value.Value - here.Value - 2;
        if (strict && distance is < -128 or > 127)
        {
            throw statement.Line.Error(
                target.Column, $"the branch goes {distance} bytes; it reaches from -128 to 127.");
        }

        Write(statement, unchecked((byte)distance));
    }

    private void WriteWord(Statement statement, Number value, int column)
    {
        if (strict && value.Value is < -0x8000 or > 0xFFFF)
        {
            throw statement.Line.Error(column, $"{value.Value} does not fit into a word.");
        }

        Write(statement, unchecked((byte)value.Value));
        Write(statement, unchecked((byte)(value.Value >> 8)));
    }

    private void WriteByte(Statement statement, Number value, int column)
    {
        if (strict && value.Value is < -0x80 or > 0xFF)
        {
            throw statement.Line.Error(
                column, $"{value.Value} does not fit into a byte; '<' takes its low byte, '>' its high byte.");
        }

        Write(statement, unchecked((byte)value.Value));
    }

    /// <summary>Puts one byte where the program counter is and moves on.</summary>
    private void Write(Statement statement, byte value)
    {
        if (strict && !segment.Address.IsKnown)
        {
            throw statement.Line.Error(0, "nothing says where this goes; ORG must come first.");
        }

        if (strict && !segment.IsUninitialised)
        {
            Settle(statement, OutputImage.Gap);
            output.Add(value);
        }

        segment.Advance(1);
    }

    private void Settle(Statement statement, byte fill)
    {
        if (!output.TryMoveTo(segment.Address.Value, fill))
        {
            string problem = $"address ${segment.Address.Value:X4} is below bytes already written, "
                + $"or more than {OutputImage.MostBytes} above the first; ORG must rise.";
            throw statement.Line.Error(0, problem);
        }
    }
}
