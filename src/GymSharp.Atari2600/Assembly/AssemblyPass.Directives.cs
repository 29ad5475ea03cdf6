namespace GymSharp.Atari2600.Assembly;

/// <content>The directives that stand on one line.</content>
internal sealed partial class AssemblyPass
{
    /// <summary>Carries out a directive; says false where the operation is none.</summary>
    private bool ExecuteDirective(Statement statement)
    {
        switch (statement.Key)
        {
            case "byte" or ".byte" or "dc" or "dc.b" or ".b":
                WriteData(statement, WriteByte);
                return true;
            case "word" or ".word" or "dc.w" or ".w":
                WriteData(statement, WriteWord);
                return true;
            case "ds" or "ds.b" or ".ds":
                Reserve(statement, 1);
                return true;
            case "ds.w":
                Reserve(statement, 2);
                return true;
            case "org":
                SetOrigin(statement);
                return true;
            case "rorg":
                segment.Relocated = ReadOperand(statement);
                DefineHere(statement);
                return true;
            case "rend":
                segment.Relocated = null;
                return true;
            case "align":
                Align(statement);
                return true;
            case "seg" or "seg.u":
                Select(statement);
                return true;
            case "subroutine":
                DefineHere(statement);
                scope = ++scopes;
                return true;
            case "include":
                Include(statement);
                return true;
            case "processor":
                CheckProcessor(statement);
                return true;
            case "err":
                Fail(statement);
                return true;
            default:
                return false;
        }
    }

    private void DefineHere(Statement statement)
    {
        if (statement.Label.Length > 0)
        {
            Define(statement, statement.Label, segment.Here);
        }
    }

    private void WriteData(Statement statement, Action<Statement, Number, int> write)
    {
        ExpressionReader reader = ReaderAt(statement, statement.OperandColumn);
        do
        {
            int column = reader.Position;
            if (reader.Peek() != '"')
            {
                write(statement, reader.Read(), column);
                continue;
            }

            foreach (char character in reader.ReadString())
            {
                write(statement, Number.Of(character), column);
            }
        }
        while (reader.Take(','));
        reader.ExpectEnd();
    }

    private void Reserve(Statement statement, int unit)
    {
        (Number count, Number fill) = ReadPair(statement, 0);
        if (count.Value is < 0 or > OutputImage.MostBytes || (strict && !count.IsKnown))
        {
            throw statement.Line.Error(
                statement.OperandColumn, $"DS takes a number from 0 to {OutputImage.MostBytes}, not {count.Value}.");
        }

        Fill(statement, (int)count.Value * unit, fill);
    }

    private void Fill(Statement statement, int bytes, Number fill)
    {
        if (segment.IsUninitialised || !strict)
        {
            segment.Advance(bytes);
            return;
        }

        for (int written = 0; written < bytes; written++)
        {
            WriteByte(statement, fill, statement.OperandColumn);
        }
    }

    private (Number First, Number Second) ReadPair(Statement statement, long otherwise)
    {
        ExpressionReader reader = ReaderAt(statement, statement.OperandColumn);
        Number first = reader.Read();
        Number second = reader.Take(',') ? reader.Read() : Number.Of(otherwise);
        reader.ExpectEnd();
        return (first, second);
    }

    private void SetOrigin(Statement statement)
    {
        (Number address, Number fill) = ReadPair(statement, OutputImage.Gap);
        segment.Address = address;
        segment.Relocated = null;
        DefineHere(statement);
        if (strict && address.Value is < 0 or > int.MaxValue)
        {
            throw statement.Line.Error(statement.OperandColumn, $"{address.Value} is no address.");
        }

        if (strict && !segment.IsUninitialised)
        {
            Settle(statement, unchecked((byte)fill.Value));
        }
    }

    private void Align(Statement statement)
    {
        (Number unit, Number fill) = ReadPair(statement, 0);
        if (unit.Value is < 1 or > 0x10000)
        {
            throw statement.Line.Error(
                statement.OperandColumn, $"ALIGN takes a number from 1 to 65536, not {unit.Value}.");
        }

        long past = segment.Here.Value % unit.Value;
        Fill(statement, (int)(past == 0 ? 0 : unit.Value - past), fill);
        DefineHere(statement);
    }

    private void Select(Statement statement)
    {
        bool isUninitialised = statement.Key == "seg.u";
        if (!segments.TryGetValue(statement.Operand, out Segment? found))
        {
            found = new Segment(isUninitialised);
            segments.Add(statement.Operand, found);
        }

        segment = found;
    }

    private void Include(Statement statement)
    {
        string name = statement.Operand.StartsWith('"')
            ? ReaderAt(statement, statement.OperandColumn).ReadString()
            : statement.Operand;
        SourceLine[] lines = library.Find(name)
            ?? throw statement.Line.Error(statement.OperandColumn, $"there is no file '{name}'.");
        Nest(statement, () => Execute(lines));
    }

    private static void CheckProcessor(Statement statement)
    {
        if (statement.Operand is not ("6502" or "6507"))
        {
            throw statement.Line.Error(
                statement.OperandColumn, $"expected the processor 6502, found '{statement.Operand}'.");
        }
    }

    private void Fail(Statement statement)
    {
        if (strict)
        {
            string reason = statement.Operand.Length == 0 ? "the source says ERR here." : statement.Operand;
            throw statement.Line.Error(statement.OperationColumn, reason);
        }
    }
}
