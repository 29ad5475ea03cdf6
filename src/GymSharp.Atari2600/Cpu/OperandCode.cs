using System.Linq.Expressions;

namespace GymSharp.Atari2600;

/// <summary>Works out where an instruction's operand is.</summary>
/// <param name="r">Where the registers are.</param>
/// <param name="bus">How memory is reached.</param>
internal sealed class OperandCode(CpuVariables r, BusCode bus)
{
    private readonly ParameterExpression address = Code.Local("address");
    private readonly ParameterExpression pointer = Code.Local("pointer");
    private readonly ParameterExpression pointerHigh = Code.Local("pointerHigh");

    /// <summary>The locals the code needs.</summary>
    public IEnumerable<ParameterExpression> Locals => [address, pointer, pointerHigh];

    /// <summary>The operand of an instruction that has one in memory.</summary>
    /// <param name="opcode">The instruction.</param>
    /// <param name="low">Its second byte.</param>
    /// <param name="high">Its third byte, if it has one.</param>
    /// <param name="body">Receives what has to happen first.</param>
    public Operand Build(Opcode opcode, Expression low, Expression high, List<Expression> body)
    {
        int? known = low is ConstantExpression { Value: int a } ? a : null;
        switch (opcode.Mode)
        {
            case AddressingMode.Zp:
                return new(low, low, opcode.Mode, known);
            case AddressingMode.Zpx or AddressingMode.Zpy:
                Expression index = opcode.Mode == AddressingMode.Zpx ? r.X : r.Y;
                body.Add(Code.Set(address, Code.Byte(Code.Add(low, index))));
                return new(address, low, opcode.Mode, known);
            case AddressingMode.Izx:
                body.Add(Code.Set(pointer, Code.Byte(Code.Add(low, r.X))));
                Indirect(new(pointer, low, AddressingMode.Zpx, known), body);
                body.Add(Code.Set(address, Code.Pair(pointer, pointerHigh)));
                return new(address, pointerHigh, opcode.Mode, null);
            case AddressingMode.Izy:
                body.Add(Code.Set(pointer, low));
                Indirect(new(low, low, AddressingMode.Zp, known), body);
                Index(opcode, pointer, pointerHigh, r.Y, body);
                return new(address, pointerHigh, opcode.Mode, null);
            default:
                return Absolute(opcode, low, high, body);
        }
    }

    private Operand Absolute(Opcode opcode, Expression low, Expression high, List<Expression> body)
    {
        int? known = low is ConstantExpression { Value: int a } && high is ConstantExpression { Value: int b }
            ? a | (b << 8)
            : null;
        if (opcode.Mode is AddressingMode.Abx or AddressingMode.Aby)
        {
            Index(opcode, low, high, opcode.Mode == AddressingMode.Abx ? r.X : r.Y, body);
            return new(address, high, opcode.Mode, known);
        }

        if (known is int constant)
        {
            return new(Code.Const(constant), high, opcode.Mode, known);
        }

        body.Add(Code.Set(address, Code.Pair(low, high)));
        return new(address, high, opcode.Mode, known);
    }

    // The high byte of a pointer at $FF comes from $0100, not from $00.
    private void Indirect(Operand place, List<Expression> body)
    {
        ParameterExpression first = Code.Local("first");
        Operand next = place with
        {
            Address = Code.Add(place.Address, 1),
            LastByte = first,
            Base = place.Base < 0xFF ? place.Base + 1 : null,
        };
        body.Add(Expression.Block(
            typeof(void),
            [first],
            Code.Set(first, bus.Read(place)),
            Code.Set(pointerHigh, bus.Read(next)),
            Code.Set(pointer, first)));
    }

    private void Index(Opcode opcode, Expression low, Expression high, Expression index, List<Expression> body)
    {
        body.Add(Code.Set(address, Code.Word(Code.Add(Code.Pair(low, high), index))));
        if (opcode.CrossingCosts)
        {
            body.Add(Code.Set(r.Cycles, Code.Add(r.Cycles, Code.Right(Code.Add(low, index), 8))));
        }
    }
}
