namespace GymSharp.Atari2600;

/// <summary>
/// The registers of the 6507 and the way it reaches its bus. What the instructions do stands in
/// <see cref="InstructionCode"/>, once for single steps and for whole routines.
/// </summary>
internal abstract class Cpu6507
{
    private const int InterruptVector = 0xFFFE;
    private const int ResetVector = 0xFFFC;

    /// <summary>Accumulator, 0 to 255, as all byte registers.</summary>
    public int A;

    /// <summary>Index X.</summary>
    public int X;

    /// <summary>Index Y.</summary>
    public int Y;

    /// <summary>Stack pointer.</summary>
    public int Sp;

    /// <summary>
    /// Program counter, 16 bits: the processor has thirteen address pins, but one scheme looks at a bit above.
    /// </summary>
    public int Pc;

    /// <summary>The negative flag is bit 7 of this.</summary>
    public int Negative;

    /// <summary>The zero flag is set when this is 0.</summary>
    public int NotZero;

    /// <summary>The carry flag, 0 or 1.</summary>
    public int Carry;

    /// <summary>The overflow flag is set when this is not 0.</summary>
    public int Overflow;

    /// <summary>The decimal flag, 0 or 1.</summary>
    public int Decimal;

    /// <summary>The interrupt disable flag, 0 or 1. Nothing interrupts a 6507; programs can read it back.</summary>
    public int Interrupt;

    /// <summary>Cycles since the frame began.</summary>
    public int Cycles;

    /// <summary>Whether an opcode has stopped the processor for good.</summary>
    public bool Jammed;

    /// <summary>The status register. Bits 4 and 5 read 1.</summary>
    public int P
    {
        get => PackFlags(Negative, Overflow, Decimal, Interrupt, NotZero, Carry);
        set
        {
            Negative = value & 0x80;
            Overflow = value & 0x40;
            Decimal = (value >> 3) & 1;
            Interrupt = (value >> 2) & 1;
            NotZero = (value & 2) ^ 2;
            Carry = value & 1;
        }
    }

    /// <summary>Executes one instruction.</summary>
    public void Step()
    {
        int opcode = Fetch(Pc);
        Pc = (Pc + 1) & 0xFFFF;
        StepCode.Of(opcode)(this);
    }

    /// <summary>Reads a byte of the program.</summary>
    /// <param name="address">16 bits.</param>
    public abstract int Fetch(int address);

    /// <summary>Reads a byte.</summary>
    /// <param name="address">16 bits.</param>
    /// <param name="last">The byte that was on the data bus before: pins nobody drives keep it.</param>
    public abstract int Read(int address, int last);

    /// <summary>Writes a byte.</summary>
    /// <param name="address">16 bits.</param>
    /// <param name="value">0 to 255.</param>
    public abstract void Write(int address, int value);

    /// <summary>The reset: registers cleared, the program counter from its vector.</summary>
    public void ResetCpu()
    {
        (A, X, Y, Sp, P) = (0, 0, 0, 0xFF, 0);
        Jammed = false;
        Pc = Fetch(ResetVector) | (Fetch(ResetVector + 1) << 8);
    }

    /// <summary>Puts the flags together.</summary>
    public static int PackFlags(int negative, int overflow, int @decimal, int interrupt, int notZero, int carry) =>
        (negative & 0x80) | (overflow != 0 ? 0x40 : 0) | 0x30 | (@decimal << 3) | (interrupt << 2)
            | (notZero == 0 ? 2 : 0) | carry;

    /// <summary>BRK: the flags have been pushed, go on at the vector.</summary>
    public int InterruptTarget() => Read(InterruptVector, 0) | (Read(InterruptVector + 1, 0) << 8);
}
