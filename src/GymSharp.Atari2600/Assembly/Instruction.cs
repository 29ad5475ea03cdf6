namespace GymSharp.Atari2600.Assembly;

/// <summary>Chooses the opcode of an instruction from its mnemonic and its operand.</summary>
internal static class Instruction
{
    /// <summary>The opcode and its mode.</summary>
    /// <param name="statement">The line, for errors.</param>
    /// <param name="name">The mnemonic in small letters, without its ending.</param>
    /// <param name="width">The ending: 'b' a zero-page address, 'w' an absolute one, 0 to choose.</param>
    /// <param name="operand">The operand.</param>
    public static (byte Opcode, AddressMode Mode) Choose(Statement statement, string name, char width, Operand operand)
    {
        foreach (AddressMode mode in Candidates(operand, width))
        {
            if (Mnemonics.Find(name, mode) is byte opcode)
            {
                return (opcode, mode);
            }
        }

        string problem = operand.Shape == OperandShape.None
            ? $"{name} needs an operand."
            : $"{name} has no such addressing mode{(width == 'b' ? " on the zero page" : string.Empty)}.";
        throw statement.Line.Error(operand.Column, problem);
    }

    private static AddressMode[] Candidates(Operand operand, char width)
    {
        bool isShort = width == 'b'
            || (width != 'w' && operand.Value is { IsKnown: true, Value: >= 0 and <= 0xFF });
        return operand.Shape switch
        {
            OperandShape.None => [AddressMode.Implied],
            OperandShape.Immediate => [AddressMode.Immediate],
            OperandShape.Indirect => [AddressMode.Indirect],
            OperandShape.IndirectX => [AddressMode.IndirectX],
            OperandShape.IndirectY => [AddressMode.IndirectY],
            OperandShape.Direct => Pick(isShort, width, AddressMode.ZeroPage, AddressMode.Absolute),
            OperandShape.DirectX => Pick(isShort, width, AddressMode.ZeroPageX, AddressMode.AbsoluteX),
            _ => Pick(isShort, width, AddressMode.ZeroPageY, AddressMode.AbsoluteY),
        };
    }

    private static AddressMode[] Pick(bool isShort, char width, AddressMode narrow, AddressMode wide)
    {
        AddressMode[] both = isShort ? [narrow, wide] : [wide, narrow];
        AddressMode[] allowed = width switch { 'b' => [narrow], 'w' => [wide], _ => both };
        return narrow == AddressMode.ZeroPage && width == '\0' ? [AddressMode.Relative, .. allowed] : allowed;
    }
}
