namespace GymSharp.Atari2600.Assembly;

/// <summary>An operand as it is written: its shape, its value and the column where it begins.</summary>
internal readonly record struct Operand(OperandShape Shape, Number Value, int Column)
{
    /// <summary>Reads the operand of an instruction to the end of its line.</summary>
    public static Operand Read(Statement statement, Func<int, ExpressionReader> readerAt)
    {
        int column = statement.OperandColumn;
        ExpressionReader reader = readerAt(column);
        if (reader.AtEnd)
        {
            return new Operand(OperandShape.None, Number.Of(0), column);
        }

        if (reader.Take('#'))
        {
            Number immediate = reader.Read();
            reader.ExpectEnd();
            return new Operand(OperandShape.Immediate, immediate, column);
        }

        return ReadIndirect(readerAt(column), column) ?? ReadDirect(reader, column);
    }

    /// <summary>
    /// (a), (a,X) or (a),Y; null where the bracket is part of an expression, as in (a+1)*2.
    /// </summary>
    private static Operand? ReadIndirect(ExpressionReader reader, int column)
    {
        if (!reader.Take('('))
        {
            return null;
        }

        Number value = reader.Read();
        if (reader.Take(','))
        {
            ExpectIndex(reader, 'x');
            reader.Expect(')');
            reader.ExpectEnd();
            return new Operand(OperandShape.IndirectX, value, column);
        }

        reader.Expect(')');
        if (reader.AtEnd)
        {
            return new Operand(OperandShape.Indirect, value, column);
        }

        if (!reader.Take(','))
        {
            return null;
        }

        ExpectIndex(reader, 'y');
        reader.ExpectEnd();
        return new Operand(OperandShape.IndirectY, value, column);
    }

    private static Operand ReadDirect(ExpressionReader reader, int column)
    {
        Number value = reader.Read();
        if (!reader.Take(','))
        {
            reader.ExpectEnd();
            return new Operand(OperandShape.Direct, value, column);
        }

        OperandShape shape = char.ToLowerInvariant(reader.Peek()) == 'y' ? OperandShape.DirectY : OperandShape.DirectX;
        ExpectIndex(reader, shape == OperandShape.DirectY ? 'y' : 'x');
        reader.ExpectEnd();
        return new Operand(shape, value, column);
    }

    private static void ExpectIndex(ExpressionReader reader, char register)
    {
        if (!reader.Take(char.ToUpperInvariant(register)))
        {
            reader.Expect(register);
        }
    }
}
