namespace GymSharp.Atari2600;

/// <summary>Finds the instructions that can be reached from an address without leaving plain ROM.</summary>
internal sealed class RoutineScan
{
    // Beyond some thousand uses of variables in one method the JIT compiler stops to optimise.
    private const int MaximumInstructions = 256;
    private readonly AddressMap map;
    private readonly SortedDictionary<int, Instruction> instructions = [];
    private readonly SortedSet<int> leaders = [];

    /// <summary>Scans from an address.</summary>
    /// <param name="map">What is where.</param>
    /// <param name="entry">The address.</param>
    /// <param name="isKnown">Where other routines start; they are not entered.</param>
    public RoutineScan(AddressMap map, int entry, Predicate<int> isKnown)
    {
        this.map = map;
        Queue<int> open = new([entry]);
        leaders.Add(entry);
        while (open.TryDequeue(out int address))
        {
            if (!instructions.ContainsKey(address) && instructions.Count < MaximumInstructions && !isKnown(address)
                && Decode(address) is Instruction found)
            {
                instructions.Add(address, found);
                foreach (int next in Successors(address, found))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    /// <summary>The instructions by their address.</summary>
    public IReadOnlyDictionary<int, Instruction> Instructions => instructions;

    /// <summary>Addresses in order.</summary>
    public IEnumerable<int> Addresses => instructions.Keys;

    /// <summary>Whether the flow can come to an address other than from the instruction before it.</summary>
    public bool IsLeader(int address) => leaders.Contains(address);

    /// <summary>Where a branch goes.</summary>
    public static int BranchTarget(int address, Instruction instruction) =>
        (address + 2 + (sbyte)instruction.Low) & 0xFFFF;

    private Instruction? Decode(int address)
    {
        if (Byte(address) is not int first)
        {
            return null;
        }

        Opcode opcode = Opcode.All[first];
        int? low = opcode.Length > 1 ? Byte(address + 1) : 0;
        int? high = opcode.Length > 2 ? Byte(address + 2) : 0;
        bool leaves = opcode.Mnemonic is Mnemonic.Brk or Mnemonic.Rti or Mnemonic.Jam
            || opcode.Mode == AddressingMode.Ind;
        return low is null || high is null || leaves ? null : new(opcode, low.Value, high.Value);
    }

    private int? Byte(int address)
    {
        int place = map.ReadAt(address & 0xFFFF);
        return place >= AddressMap.ImageStart && place < map.RamStart ? map.Memory[place] : null;
    }

    private IEnumerable<int> Successors(int address, Instruction instruction)
    {
        int next = (address + instruction.Opcode.Length) & 0xFFFF;
        int absolute = instruction.Low | (instruction.High << 8);
        Mnemonic mnemonic = instruction.Opcode.Mnemonic;
        if (FlowCode.IsBranch(mnemonic))
        {
            int target = BranchTarget(address, instruction);
            leaders.Add(target);
            leaders.Add(next);
            return [next, target];
        }

        switch (mnemonic)
        {
            case Mnemonic.Jmp:
                leaders.Add(absolute);
                return [absolute];
            case Mnemonic.Jsr:
                leaders.Add(absolute);
                leaders.Add(next);
                return [absolute, next];
            case Mnemonic.Rts:
                return [];
            default:
                // A frame ends with the write to VSYNC, and the next begins behind it.
                if (instruction.Opcode.Mode == AddressingMode.Zp && instruction.Low == TiaRegister.Vsync)
                {
                    leaders.Add(next);
                }

                return [next];
        }
    }

    /// <summary>An instruction in ROM.</summary>
    /// <param name="Opcode">What it is.</param>
    /// <param name="Low">Its second byte.</param>
    /// <param name="High">Its third byte.</param>
    internal sealed record Instruction(Opcode Opcode, int Low, int High);
}
