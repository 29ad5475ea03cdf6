using System.Linq.Expressions;
using static GymSharp.Atari2600.Code;

namespace GymSharp.Atari2600;

/// <summary>What the instructions do that go on somewhere else than behind themselves.</summary>
/// <param name="r">Where the registers are.</param>
/// <param name="bus">How memory is reached.</param>
internal sealed class FlowCode(CpuVariables r, BusCode bus)
{
    private const int RtsByte = 0x60;
    private const int RtiByte = 0x40;
    private readonly ParameterExpression value = Local("value");

    /// <summary>The local that the code needs.</summary>
    public ParameterExpression Scratch => value;

    /// <summary>Whether an instruction changes the flow.</summary>
    public static bool Covers(Mnemonic mnemonic) => IsBranch(mnemonic)
        || mnemonic is Mnemonic.Jmp or Mnemonic.Jsr or Mnemonic.Rts or Mnemonic.Rti or Mnemonic.Brk or Mnemonic.Jam;

    /// <summary>Whether an instruction is a branch on a flag.</summary>
    public static bool IsBranch(Mnemonic mnemonic) => mnemonic is Mnemonic.Bcc or Mnemonic.Bcs or Mnemonic.Beq
        or Mnemonic.Bne or Mnemonic.Bmi or Mnemonic.Bpl or Mnemonic.Bvc or Mnemonic.Bvs;

    /// <summary>Whether a branch is taken.</summary>
    public Expression Taken(Mnemonic mnemonic) => mnemonic switch
    {
        Mnemonic.Bcc => IsZero(r.Carry),
        Mnemonic.Bcs => Expression.Not(IsZero(r.Carry)),
        Mnemonic.Beq => IsZero(r.NotZero),
        Mnemonic.Bne => Expression.Not(IsZero(r.NotZero)),
        Mnemonic.Bmi => Expression.Not(IsZero(And(r.Negative, 0x80))),
        Mnemonic.Bpl => IsZero(And(r.Negative, 0x80)),
        Mnemonic.Bvc => IsZero(r.Overflow),
        _ => Expression.Not(IsZero(r.Overflow)),
    };

    /// <summary>Code for an instruction whose bytes are behind the program counter.</summary>
    /// <param name="opcode">The instruction.</param>
    public Expression Step(Opcode opcode)
    {
        List<Expression> body = [];
        switch (opcode.Mnemonic)
        {
            case Mnemonic.Jmp:
                StepJump(opcode.Mode, body);
                break;
            case Mnemonic.Jsr:
                StepCall(body);
                break;
            case Mnemonic.Rts:
                Return(body);
                break;
            case Mnemonic.Rti:
                InstructionCode.ReadStack(bus, r, value, RtiByte, body);
                InstructionCode.Pull(bus, r, value, body);
                InstructionCode.Unpack(r, value, body);
                PullPc(body);
                break;
            case Mnemonic.Brk:
                StepBreak(body);
                break;
            case Mnemonic.Jam:
                body.Add(Expression.Assign(
                    Expression.Field(r.Cpu, nameof(Cpu6507.Jammed)), Expression.Constant(true)));
                break;
            default:
                StepBranch(opcode.Mnemonic, body);
                break;
        }

        return Expression.Block(typeof(void), [value], body);
    }

    /// <summary>Code that returns from a subroutine. The byte at the address pulled is read and thrown away.</summary>
    public void Return(List<Expression> body)
    {
        InstructionCode.ReadStack(bus, r, value, RtsByte, body);
        PullPc(body);
        body.Add(bus.Read(new(r.Pc, Right(r.Pc, 8), AddressingMode.Ind, null)));
        body.Add(Set(r.Pc, Word(Add(r.Pc, 1))));
    }

    /// <summary>Code that pushes the address a subroutine returns to, less one.</summary>
    public void PushReturn(Expression address, List<Expression> body)
    {
        InstructionCode.ReadStack(bus, r, value, 0, body);
        InstructionCode.Push(bus, r, Right(address, 8), body);
        InstructionCode.Push(bus, r, Byte(address), body);
    }

    /// <summary>Code that fetches the next byte of the program.</summary>
    public static void Fetch(CpuVariables r, Expression into, List<Expression> body)
    {
        body.Add(Set(into, Expression.Call(r.Cpu, nameof(Cpu6507.Fetch), null, r.Pc)));
        body.Add(Set(r.Pc, Word(Add(r.Pc, 1))));
    }

    private void PullPc(List<Expression> body)
    {
        InstructionCode.Pull(bus, r, value, body);
        body.Add(Set(r.Pc, value));
        InstructionCode.Pull(bus, r, value, body);
        body.Add(Set(r.Pc, Pair(r.Pc, value)));
    }

    private void StepJump(AddressingMode mode, List<Expression> body)
    {
        ParameterExpression target = Local("target");
        List<Expression> jump = [];
        Fetch(r, target, jump);
        Fetch(r, value, jump);
        jump.Add(Set(target, Pair(target, value)));
        if (mode == AddressingMode.Ind)
        {
            // The pointer's second byte comes from the same page.
            Expression next = Or(And(target, 0xFF00), Byte(Add(target, 1)));
            jump.Add(Set(value, bus.Read(new(target, value, AddressingMode.Ind, null))));
            jump.Add(Set(target, Pair(value, bus.Read(new(next, value, AddressingMode.Ind, null)))));
        }

        jump.Add(Set(r.Pc, target));
        body.Add(Expression.Block(typeof(void), [target], jump));
    }

    // The address of the last byte is pushed before that byte is read.
    private void StepCall(List<Expression> body)
    {
        ParameterExpression low = Local("low");
        List<Expression> call = [];
        Fetch(r, low, call);
        PushReturn(r.Pc, call);
        Fetch(r, value, call);
        call.Add(Set(r.Pc, Pair(low, value)));
        body.Add(Expression.Block(typeof(void), [low], call));
    }

    private void StepBreak(List<Expression> body)
    {
        Fetch(r, value, body);
        InstructionCode.Push(bus, r, Right(r.Pc, 8), body);
        InstructionCode.Push(bus, r, Byte(r.Pc), body);
        InstructionCode.Push(bus, r, InstructionCode.PackedFlags(r), body);
        body.Add(Set(r.Interrupt, Const(1)));
        body.Add(Set(r.Pc, Expression.Call(r.Cpu, nameof(Cpu6507.InterruptTarget), null)));
    }

    private void StepBranch(Mnemonic mnemonic, List<Expression> body)
    {
        ParameterExpression target = Local("target");
        Fetch(r, value, body);
        Expression offset = Sub(Xor(value, Const(0x80)), Const(0x80));
        Expression crossing = And(Right(Xor(r.Pc, target), 8), 1);
        body.Add(When(
            Taken(mnemonic),
            Expression.Block(
                typeof(void),
                [target],
                Set(target, Word(Add(r.Pc, offset))),
                Set(r.Cycles, Add(Add(r.Cycles, crossing), 1)),
                Set(r.Pc, target))));
    }
}
