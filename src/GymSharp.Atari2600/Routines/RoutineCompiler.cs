using System.Linq.Expressions;
using static GymSharp.Atari2600.Code;

namespace GymSharp.Atari2600;

/// <summary>
/// Turns a piece of a cartridge's program into one method: registers in locals, operands that never change as
/// constants, branches as jumps.
/// </summary>
/// <remarks>
/// The method starts at the machine's program counter, if that is one of its blocks, and executes no more than a number
/// of instructions. It returns how many it did and leaves the machine as single steps would have: after a frame's end
/// or a switch of banks, before code that is not part of it, or before a block that could exceed the number.
/// </remarks>
internal sealed class RoutineCompiler
{
    private readonly ParameterExpression machine = Expression.Parameter(typeof(Machine), "machine");
    private readonly ParameterExpression budget = Expression.Parameter(typeof(int), "budget");
    private readonly ParameterExpression memory = Expression.Variable(typeof(byte[]), "memory");
    private readonly ParameterExpression count = Local("count");
    private readonly LabelTarget exit = Expression.Label("exit");
    private readonly LabelTarget dispatch = Expression.Label("dispatch");
    private readonly Dictionary<int, LabelTarget> labels = [];
    private readonly List<Expression> body = [];
    private readonly CpuVariables fields;
    private readonly CpuVariables r;
    private readonly RoutineBus bus;
    private readonly FlowCode flow;
    private readonly RoutineScan scan;
    private int pending;

    private RoutineCompiler(AddressMap map, RoutineScan scan)
    {
        this.scan = scan;
        fields = CpuVariables.Fields(machine);
        r = CpuVariables.InLocals(machine);
        bus = new(r, map, memory);
        flow = new(r, bus);
    }

    /// <summary>Compiles what can be reached from an address.</summary>
    /// <param name="map">What is where.</param>
    /// <param name="entry">The address.</param>
    /// <param name="isKnown">Where other routines start.</param>
    /// <returns>The method and its blocks' addresses; nothing if the address is not plain ROM.</returns>
    public static (Func<Machine, int, int> Run, int[] Entries)? Compile(
        AddressMap map, int entry, Predicate<int> isKnown)
    {
        RoutineScan scan = new(map, entry, isKnown);
        if (!scan.Instructions.ContainsKey(entry))
        {
            return null;
        }

        RoutineCompiler compiler = new(map, scan);
        int[] entries = [.. scan.Addresses.Where(scan.IsLeader)];
        return (compiler.Build(entries).Compile(), entries);
    }

    private Expression<Func<Machine, int, int>> Build(int[] entries)
    {
        foreach (int address in entries)
        {
            labels[address] = Expression.Label($"L{address:X4}");
        }

        body.Add(Expression.Assign(memory, Expression.Field(machine, nameof(Machine.Bytes))));
        body.AddRange(r.AssignFrom(fields));
        body.Add(Expression.Label(dispatch));
        body.Add(Expression.Switch(
            typeof(void),
            r.Pc,
            Expression.Goto(exit),
            null,
            entries.Select(address => Expression.SwitchCase(Expression.Goto(labels[address]), Const(address)))));
        foreach (int address in scan.Addresses)
        {
            Emit(address);
        }

        body.Add(Expression.Label(exit));
        body.AddRange(fields.AssignFrom(r));
        body.Add(count);
        return Expression.Lambda<Func<Machine, int, int>>(
            Expression.Block(typeof(int), [memory, count, flow.Scratch, .. r.Locals], body),
            $"Routine{entries[0]:X4}",
            [machine, budget]);
    }

    private void Emit(int address)
    {
        if (labels.TryGetValue(address, out LabelTarget? label))
        {
            body.Add(Expression.Label(label));
            BeginBlock(address);
        }

        RoutineScan.Instruction instruction = scan.Instructions[address];
        Opcode opcode = instruction.Opcode;
        int next = (address + opcode.Length) & 0xFFFF;
        pending++;
        bus.MayLeave = false;
        body.Add(Set(r.Cycles, Add(r.Cycles, opcode.Cycles)));
        if (FlowCode.Covers(opcode.Mnemonic))
        {
            EmitFlow(address, next, instruction);
            return;
        }

        body.Add(new InstructionCode(r, bus).Build(opcode, Const(instruction.Low), Const(instruction.High)));
        if (bus.MayLeave)
        {
            body.Add(When(Expression.Field(machine, nameof(Machine.Leaving)), LeaveTo(next)));
        }

        if (labels.ContainsKey(next) || !scan.Instructions.ContainsKey(next) || !IsNextEmitted(address, next))
        {
            body.AddRange(GoTo(next));
            pending = 0;
        }
    }

    // Instructions can overlap; then the one emitted next is not the one that follows.
    private bool IsNextEmitted(int address, int next) =>
        !Enumerable.Range(address + 1, Math.Max(0, next - address - 1)).Any(scan.Instructions.ContainsKey);

    private void EmitFlow(int address, int next, RoutineScan.Instruction instruction)
    {
        int absolute = instruction.Low | (instruction.High << 8);
        switch (instruction.Opcode.Mnemonic)
        {
            case Mnemonic.Jmp:
                body.AddRange(GoTo(absolute));
                break;
            case Mnemonic.Jsr:
                flow.PushReturn(Const((next - 1) & 0xFFFF), body);
                body.Add(When(Expression.Field(machine, nameof(Machine.Leaving)), LeaveTo(absolute)));
                body.AddRange(GoTo(absolute));
                break;
            case Mnemonic.Rts:
                flow.Return(body);
                body.Add(Set(count, Add(count, pending)));
                body.Add(Expression.Goto(dispatch));
                break;
            default:
                int target = RoutineScan.BranchTarget(address, instruction);
                int extra = 1 + ((next ^ target) > 0xFF ? 1 : 0);
                body.Add(When(
                    flow.Taken(instruction.Opcode.Mnemonic), [Set(r.Cycles, Add(r.Cycles, extra)), .. GoTo(target)]));
                body.AddRange(GoTo(next));
                break;
        }

        pending = 0;
    }

    // A block is entered only when all of it may be executed. Timer loops are shortened on the way in.
    private void BeginBlock(int address)
    {
        int length = BlockLength(address);
        body.Add(When(
            Expression.GreaterThan(Add(count, length), budget), Set(r.Pc, Const(address)), Expression.Goto(exit)));
        pending = 0;
        if (TimerLoop.Find(scan, address) is TimerLoop loop)
        {
            ParameterExpression rounds = Local("rounds");
            body.Add(Expression.Block(
                typeof(void),
                [rounds],
                Set(rounds, Expression.Call(
                    machine,
                    nameof(Machine.TimerRounds),
                    null,
                    r.Cycles,
                    Const(loop.CyclesToRead),
                    Const(loop.CyclesOfRound),
                    Expression.Divide(Sub(budget, count), Const(2)))),
                Set(r.Cycles, Add(r.Cycles, Expression.Multiply(rounds, Const(loop.CyclesOfRound)))),
                Set(count, Add(count, Expression.Multiply(rounds, Const(2))))));
        }
    }

    private int BlockLength(int address)
    {
        int length = 0;
        int at = address;
        while (scan.Instructions.TryGetValue(at, out RoutineScan.Instruction? instruction))
        {
            length++;
            at = (at + instruction.Opcode.Length) & 0xFFFF;
            if (labels.ContainsKey(at) || FlowCode.Covers(instruction.Opcode.Mnemonic))
            {
                break;
            }
        }

        return length;
    }

    private Expression[] GoTo(int address) => labels.TryGetValue(address, out LabelTarget? label)
        ? [Set(count, Add(count, pending)), Expression.Goto(label)]
        : LeaveTo(address);

    private Expression[] LeaveTo(int address) =>
        [Set(count, Add(count, pending)), Set(r.Pc, Const(address)), Expression.Goto(exit)];
}
