using System.Linq.Expressions;
using static GymSharp.Atari2600.Code;

namespace GymSharp.Atari2600;

/// <summary>Instructions that change memory, the stack or a flag.</summary>
internal sealed partial class InstructionCode
{
    private const int PlaByte = 0x68;
    private const int PlpByte = 0x28;

    private bool Change(Mnemonic mnemonic)
    {
        Expression? changed = Changed(mnemonic);
        if (changed is null)
        {
            return false;
        }

        Put(changed);
        Flags(result);
        Expression? carry = mnemonic switch
        {
            Mnemonic.Asl or Mnemonic.Rol => Right(value, 7),
            Mnemonic.Lsr or Mnemonic.Ror => And(value, 1),
            _ => null,
        };
        if (carry is not null)
        {
            Do(r.Carry, carry);
        }

        return true;
    }

    private Expression? Changed(Mnemonic mnemonic) => mnemonic switch
    {
        Mnemonic.Asl => Byte(Left(value, 1)),
        Mnemonic.Rol => Byte(Or(Left(value, 1), r.Carry)),
        Mnemonic.Lsr => Right(value, 1),
        Mnemonic.Ror => Or(Right(value, 1), Left(r.Carry, 7)),
        Mnemonic.Inc => Byte(Add(value, 1)),
        Mnemonic.Dec => Byte(Add(value, -1)),
        _ => null,
    };

    private bool Stack(Mnemonic mnemonic)
    {
        switch (mnemonic)
        {
            case Mnemonic.Pha:
                Push(bus, r, r.A, body);
                return true;
            case Mnemonic.Php:
                Push(bus, r, PackedFlags(r), body);
                return true;
            case Mnemonic.Pla:
                ReadStack(bus, r, value, PlaByte, body);
                Pull(bus, r, value, body);
                Load(r.A, value);
                return true;
            case Mnemonic.Plp:
                ReadStack(bus, r, value, PlpByte, body);
                Pull(bus, r, value, body);
                Unpack(r, value, body);
                return true;
            case Mnemonic.Txs:
                Do(r.Sp, r.X);
                return true;
            default:
                return false;
        }
    }

    private bool Flag(Mnemonic mnemonic)
    {
        (Expression Place, int To)? change = mnemonic switch
        {
            Mnemonic.Clc => (r.Carry, 0),
            Mnemonic.Sec => (r.Carry, 1),
            Mnemonic.Cld => (r.Decimal, 0),
            Mnemonic.Sed => (r.Decimal, 1),
            Mnemonic.Cli => (r.Interrupt, 0),
            Mnemonic.Sei => (r.Interrupt, 1),
            Mnemonic.Clv => (r.Overflow, 0),
            _ => null,
        };
        if (change is null)
        {
            return false;
        }

        Do(change.Value.Place, Const(change.Value.To));
        return true;
    }

    /// <summary>Code that pushes a byte.</summary>
    public static void Push(BusCode bus, CpuVariables r, Expression what, List<Expression> body)
    {
        body.Add(bus.Write(Top(r), what));
        body.Add(Set(r.Sp, Byte(Add(r.Sp, -1))));
    }

    /// <summary>Code that pulls a byte.</summary>
    public static void Pull(BusCode bus, CpuVariables r, Expression into, List<Expression> body)
    {
        body.Add(Set(r.Sp, Byte(Add(r.Sp, 1))));
        body.Add(Set(into, bus.Read(Top(r) with { LastByte = into })));
    }

    /// <summary>Code that reads where the stack pointer points, as the chip does before it pulls.</summary>
    public static void ReadStack(BusCode bus, CpuVariables r, Expression into, int opcode, List<Expression> body) =>
        body.Add(Set(into, bus.Read(Top(r) with { LastByte = Const(opcode) })));

    /// <summary>Code that splits a status byte into flags.</summary>
    public static void Unpack(CpuVariables r, Expression from, List<Expression> body)
    {
        body.Add(Set(r.Negative, from));
        body.Add(Set(r.Overflow, And(from, 0x40)));
        body.Add(Set(r.Decimal, And(Right(from, 3), 1)));
        body.Add(Set(r.Interrupt, And(Right(from, 2), 1)));
        body.Add(Set(r.NotZero, Xor(And(from, 2), Const(2))));
        body.Add(Set(r.Carry, And(from, 1)));
    }

    /// <summary>Code for the status byte.</summary>
    public static Expression PackedFlags(CpuVariables r) => Static(
        typeof(Cpu6507), nameof(Cpu6507.PackFlags), r.Negative, r.Overflow, r.Decimal, r.Interrupt, r.NotZero, r.Carry);

    private static Operand Top(CpuVariables r) => new(Or(r.Sp, Const(0x100)), Const(0), AddressingMode.Imp, null);
}
