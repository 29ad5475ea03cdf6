using System.Linq.Expressions;
using static GymSharp.Atari2600.Code;

namespace GymSharp.Atari2600;

/// <summary>
/// What each instruction does to registers and memory: the only place it is told. Single steps and whole routines are
/// made from it, with the registers in fields or in locals. Those that change the flow stand in
/// <see cref="FlowCode"/>.
/// </summary>
/// <param name="r">Where the registers are.</param>
/// <param name="bus">How memory is reached.</param>
internal sealed partial class InstructionCode(CpuVariables r, BusCode bus)
{
    private readonly ParameterExpression value = Local("value");
    private readonly ParameterExpression result = Local("result");
    private readonly List<Expression> body = [];
    private Operand? operand;

    /// <summary>Code for an instruction that goes on with the next one.</summary>
    /// <param name="opcode">The instruction.</param>
    /// <param name="low">Its second byte, if it has one.</param>
    /// <param name="high">Its third byte, if it has one.</param>
    public Expression Build(Opcode opcode, Expression low, Expression high)
    {
        OperandCode operands = new(r, bus);
        body.Clear();
        operand = null;
        if (opcode.Mode == AddressingMode.Imm)
        {
            Do(value, low);
        }
        else if (opcode.Mode == AddressingMode.Acc)
        {
            Do(value, r.A);
        }
        else if (opcode.Mode != AddressingMode.Imp)
        {
            operand = operands.Build(opcode, low, high, body);
        }

        Expression? stored = Stored(opcode.Mnemonic);
        if (stored is not null)
        {
            body.Add(bus.Write(operand!, stored));
        }
        else
        {
            if (operand is not null)
            {
                Do(value, bus.Read(operand));
            }

            Execute(opcode.Mnemonic);
        }

        return Expression.Block(typeof(void), [value, result, .. operands.Locals], body);
    }

    private void Do(Expression place, Expression what) => body.Add(Set(place, what));

    private void Flags(Expression from)
    {
        Do(r.Negative, from);
        Do(r.NotZero, from);
    }

    private void Load(Expression register, Expression what)
    {
        Do(register, what);
        Flags(register);
    }

    // Instructions that change their operand write the result; on the accumulator they keep it there.
    private void Put(Expression what)
    {
        Do(result, what);
        if (operand is null)
        {
            Do(r.A, result);
        }
        else
        {
            body.Add(bus.Write(operand, result));
        }
    }

    private Expression? Stored(Mnemonic mnemonic) => mnemonic switch
    {
        Mnemonic.Sta => r.A,
        Mnemonic.Stx => r.X,
        Mnemonic.Sty => r.Y,
        Mnemonic.Sax => And(r.A, r.X),
        Mnemonic.Sha => And(And(r.A, r.X), PageAfter()),
        Mnemonic.Shx => And(r.X, PageAfter()),
        Mnemonic.Shy => And(r.Y, PageAfter()),
        Mnemonic.Shs => And(Set(r.Sp, And(r.A, r.X)), PageAfter()),
        _ => null,
    };

    private Expression PageAfter() => Byte(Add(Right(operand!.Address, 8), 1));

    private void Execute(Mnemonic mnemonic)
    {
        if (!Transfer(mnemonic) && !Arithmetic(mnemonic) && !Change(mnemonic) && !Stack(mnemonic) && !Flag(mnemonic))
        {
            Undocumented(mnemonic);
        }
    }

    private bool Transfer(Mnemonic mnemonic)
    {
        (Expression To, Expression From)? move = mnemonic switch
        {
            Mnemonic.Lda => (r.A, value),
            Mnemonic.Ldx => (r.X, value),
            Mnemonic.Ldy => (r.Y, value),
            Mnemonic.Tax => (r.X, r.A),
            Mnemonic.Tay => (r.Y, r.A),
            Mnemonic.Tsx => (r.X, r.Sp),
            Mnemonic.Txa => (r.A, r.X),
            Mnemonic.Tya => (r.A, r.Y),
            Mnemonic.Inx => (r.X, Byte(Add(r.X, 1))),
            Mnemonic.Iny => (r.Y, Byte(Add(r.Y, 1))),
            Mnemonic.Dex => (r.X, Byte(Add(r.X, -1))),
            Mnemonic.Dey => (r.Y, Byte(Add(r.Y, -1))),
            Mnemonic.And => (r.A, And(r.A, value)),
            Mnemonic.Ora => (r.A, Or(r.A, value)),
            Mnemonic.Eor => (r.A, Xor(r.A, value)),
            _ => null,
        };
        if (move is null)
        {
            return false;
        }

        Load(move.Value.To, move.Value.From);
        return true;
    }

    private bool Arithmetic(Mnemonic mnemonic)
    {
        switch (mnemonic)
        {
            case Mnemonic.Adc:
                AddToA(value);
                return true;
            case Mnemonic.Sbc:
                SubtractFromA(value);
                return true;
            case Mnemonic.Cmp:
                Compare(r.A, value);
                return true;
            case Mnemonic.Cpx:
                Compare(r.X, value);
                return true;
            case Mnemonic.Cpy:
                Compare(r.Y, value);
                return true;
            case Mnemonic.Bit:
                Do(r.Negative, value);
                Do(r.Overflow, And(value, 0x40));
                Do(r.NotZero, And(r.A, value));
                return true;
            default:
                return false;
        }
    }

    private void AddToA(Expression what)
    {
        ParameterExpression sum = Local("sum");
        Expression @decimal = Static(typeof(DecimalMode), nameof(DecimalMode.Add), r.A, what, r.Carry);
        body.Add(Expression.Block(
            typeof(void),
            [sum],
            Set(sum, Choose(IsZero(r.Decimal), Add(Add(r.A, what), r.Carry), @decimal)),
            Set(r.Overflow, And(And(Xor(r.A, sum), Xor(what, sum)), 0x80)),
            Set(r.Carry, Right(sum, 8)),
            Set(r.A, Byte(sum))));
        Flags(r.A);
    }

    private void SubtractFromA(Expression what)
    {
        ParameterExpression difference = Local("difference");
        Expression @decimal = Static(typeof(DecimalMode), nameof(DecimalMode.Subtract), r.A, what, r.Carry);
        Expression binary = Add(Add(Sub(r.A, what), r.Carry), 0xFF);
        Expression operands = Choose(IsZero(r.Decimal), Xor(r.A, what), Xor(what, difference));
        body.Add(Expression.Block(
            typeof(void),
            [difference],
            Set(difference, Choose(IsZero(r.Decimal), binary, @decimal)),
            Set(r.Overflow, And(And(Xor(r.A, difference), operands), 0x80)),
            Set(r.Carry, Right(difference, 8)),
            Set(r.A, Byte(difference))));
        Flags(r.A);
    }

    private void Compare(Expression register, Expression with)
    {
        Do(r.NotZero, Sub(register, with));
        Do(r.Negative, r.NotZero);
        Do(r.Carry, Add(Right(r.NotZero, 31), 1));
    }
}
