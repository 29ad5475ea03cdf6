using System.Linq.Expressions;
using static GymSharp.Atari2600.Code;

namespace GymSharp.Atari2600;

/// <summary>
/// What the chip does with the opcodes its makers left out: mostly two instructions at once. After the group's
/// "NMOS 6510 Unintended Opcodes".
/// </summary>
internal sealed partial class InstructionCode
{
    // Lines of the data bus that fight with the accumulator in ANE and LXA; the value of most chips.
    private const int Magic = 0xEE;

    private void Undocumented(Mnemonic mnemonic)
    {
        switch (mnemonic)
        {
            case Mnemonic.Slo:
                ChangeAnd(Mnemonic.Asl, () => Load(r.A, Or(r.A, result)));
                break;
            case Mnemonic.Rla:
                ChangeAnd(Mnemonic.Rol, () => Load(r.A, And(r.A, result)));
                break;
            case Mnemonic.Sre:
                ChangeAnd(Mnemonic.Lsr, () => Load(r.A, Xor(r.A, result)));
                break;
            case Mnemonic.Rra:
                ChangeAnd(Mnemonic.Ror, () => AddToA(result));
                break;
            case Mnemonic.Dcp:
                ChangeAnd(Mnemonic.Dec, () => Compare(r.A, result));
                break;
            case Mnemonic.Isb:
                ChangeAnd(Mnemonic.Inc, () => SubtractFromA(result));
                break;
            default:
                UndocumentedOnRegisters(mnemonic);
                break;
        }
    }

    private void ChangeAnd(Mnemonic first, Action then)
    {
        Change(first);
        then();
    }

    private void UndocumentedOnRegisters(Mnemonic mnemonic)
    {
        switch (mnemonic)
        {
            case Mnemonic.Lax:
                Load(r.A, value);
                Do(r.X, value);
                break;
            case Mnemonic.Lxa:
                Load(r.A, And(Or(r.A, Const(Magic)), value));
                Do(r.X, r.A);
                break;
            case Mnemonic.Ane:
                Load(r.A, And(And(Or(r.A, Const(Magic)), r.X), value));
                break;
            case Mnemonic.Las:
                Do(r.Sp, And(r.Sp, value));
                Load(r.A, r.Sp);
                Do(r.X, r.A);
                break;
            case Mnemonic.Anc:
                Load(r.A, And(r.A, value));
                Do(r.Carry, Right(r.A, 7));
                break;
            case Mnemonic.Asr:
                Do(value, And(r.A, value));
                Do(r.Carry, And(value, 1));
                Load(r.A, Right(value, 1));
                break;
            case Mnemonic.Arr:
                Rotate();
                break;
            case Mnemonic.Sbx:
                Compare(And(r.A, r.X), value);
                Do(r.X, Byte(r.NotZero));
                break;
        }
    }

    private void Rotate()
    {
        Do(value, And(r.A, value));
        Do(result, Or(Right(value, 1), Left(r.Carry, 7)));
        Flags(result);
        Expression binary = Or(
            result, Or(Left(And(result, 0x40), 2), Left(And(Xor(result, Left(result, 1)), 0x40), 3)));
        Expression @decimal = Static(typeof(DecimalMode), nameof(DecimalMode.Rotate), value, r.Carry);
        Do(result, Choose(IsZero(r.Decimal), binary, @decimal));
        Do(r.A, Byte(result));
        Do(r.Carry, And(Right(result, 8), 1));
        Do(r.Overflow, And(result, 0x200));
    }
}
