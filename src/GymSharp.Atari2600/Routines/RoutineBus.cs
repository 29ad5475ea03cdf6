using System.Linq.Expressions;
using static GymSharp.Atari2600.Code;

namespace GymSharp.Atari2600;

/// <summary>
/// Generates accesses for code whose place is known: constants from ROM, memory without a call where an address can
/// only be memory, and calls for the rest.
/// </summary>
/// <param name="variables">Where the registers are.</param>
/// <param name="map">What is where while the code is valid.</param>
/// <param name="memory">The array behind the map.</param>
internal sealed class RoutineBus(CpuVariables variables, AddressMap map, Expression memory) : BusCode(variables)
{
    private const int RamBit = 0x80;

    /// <summary>Whether an access since this was cleared can end the frame or switch banks.</summary>
    public bool MayLeave { get; set; }

    /// <inheritdoc/>
    public override Expression Read(Operand operand) => operand.Mode switch
    {
        AddressingMode.Zp or AddressingMode.Abs when operand.Base is int address => ReadConstant(operand, address),
        AddressingMode.Zpx or AddressingMode.Zpy or AddressingMode.Imp => Choose(
            Expression.Not(IsZero(And(operand.Address, RamBit))),
            Element(And(operand.Address, RamBit - 1)),
            ReadSlowly(operand)),
        AddressingMode.Abx or AddressingMode.Aby when Plain(operand.Base) is int place =>
            Element(Add(operand.Address, place - operand.Base!.Value)),
        _ => Leaving(ReadSlowly(operand)),
    };

    /// <inheritdoc/>
    public override Expression Write(Operand operand, Expression value)
    {
        if (operand.Mode is AddressingMode.Zp or AddressingMode.Abs && operand.Base is int address)
        {
            return WriteConstant(operand, address, value);
        }

        Expression slow = Leaving(WriteSlowly(operand, value));
        return operand.Mode is AddressingMode.Zpx or AddressingMode.Zpy or AddressingMode.Imp
            ? Expression.IfThenElse(
                Expression.Not(IsZero(And(operand.Address, RamBit))),
                Store(And(operand.Address, RamBit - 1), value),
                slow)
            : slow;
    }

    // Only an access to the cartridge can switch, and no frame ends with a read.
    private Expression ReadConstant(Operand operand, int address)
    {
        int place = map.ReadAt(address);
        if (place < 0)
        {
            MayLeave |= (address & 0x1000) != 0;
            return ReadSlowly(operand);
        }

        return place >= AddressMap.ImageStart && place < map.RamStart
            ? Const(map.Memory[place])
            : Element(Const(place));
    }

    private BlockExpression WriteConstant(Operand operand, int address, Expression value)
    {
        int place = map.WriteAt(address);
        if (place >= 0)
        {
            return Store(Const(place), value);
        }

        bool video = (address & 0x1080) == 0;
        MayLeave |= video || (address & 0x1000) != 0;
        return video
            ? Expression.Block(
                typeof(void),
                Set(Cycles, R.Cycles),
                Expression.Call(
                    R.Cpu,
                    TiaRegister.IsOfPicture(address & 0x3F) ? nameof(Machine.WritePicture) : nameof(Machine.WriteTia),
                    null,
                    Const(address & 0x3F),
                    value),
                (address & 0x3F) == TiaRegister.Wsync ? Set(R.Cycles, Cycles) : Expression.Empty())
            : WriteSlowly(operand, value);
    }

    // Where a run of 256 addresses is one run of memory.
    private int? Plain(int? start)
    {
        if (start is not int first || first > 0xFF00)
        {
            return null;
        }

        int place = map.ReadAt(first);
        for (int i = 0; i < 256 && place >= 0; i++)
        {
            if (map.ReadAt(first + i) != place + i)
            {
                return null;
            }
        }

        return place >= 0 ? place : null;
    }

    private Expression Cycles => Expression.Field(R.Cpu, nameof(Cpu6507.Cycles));

    private UnaryExpression Element(Expression index) =>
        Expression.Convert(Expression.ArrayIndex(memory, index), typeof(int));

    private BlockExpression Store(Expression index, Expression value) => Expression.Block(
        typeof(void),
        Expression.Assign(Expression.ArrayAccess(memory, index), Expression.Convert(value, typeof(byte))));

    private BlockExpression ReadSlowly(Operand operand) => Expression.Block(Set(Cycles, R.Cycles), base.Read(operand));

    private BlockExpression WriteSlowly(Operand operand, Expression value) => Expression.Block(
        typeof(void), Set(Cycles, R.Cycles), base.Write(operand, value), Set(R.Cycles, Cycles));

    private Expression Leaving(Expression access)
    {
        MayLeave = true;
        return access;
    }
}
