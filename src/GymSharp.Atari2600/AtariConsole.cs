namespace GymSharp.Atari2600;

/// <summary>An Atari 2600 with a cartridge in it: 6507 processor, TIA video chip, RIOT, controllers and switches.</summary>
public sealed class AtariConsole
{
    /// <summary>Columns of the screen.</summary>
    public const int Width = 160;

    private readonly byte[] ram = new byte[128];
    private readonly byte[] screen;
    private readonly int[] inputs = new int[Enum.GetValues<ConsoleInput>().Length];

    /// <summary>Puts a cartridge in and switches on.</summary>
    /// <param name="rom">The cartridge's bytes.</param>
    /// <param name="options">What is known about it; null is nothing.</param>
    /// <exception cref="RomFormatException">No cartridge has this size, or not with the scheme asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window of lines shown does not fit.</exception>
    public AtariConsole(ReadOnlySpan<byte> rom, ConsoleOptions? options = null)
    {
        options ??= new();
        CartridgeType = options.CartridgeType ?? (rom.Length <= 2048 ? CartridgeType.Plain2K : CartridgeType.Plain4K);
        Format = options.Format ?? TelevisionFormat.Ntsc;
        Height = Format != TelevisionFormat.Ntsc && options.Height == 210 ? 250 : options.Height;
        screen = new byte[Width * Height];
    }

    /// <summary>The bank-switching scheme, given or detected.</summary>
    public CartridgeType CartridgeType { get; }

    /// <summary>The television standard, given or detected.</summary>
    public TelevisionFormat Format { get; }

    /// <summary>Rows of the screen.</summary>
    public int Height { get; }

    /// <summary>The console's memory: 128 bytes, that of address $80 first.</summary>
    public ReadOnlySpan<byte> Ram => ram;

    /// <summary>Palette indices of the last frame, row by row: <see cref="Height"/> times 160.</summary>
    public ReadOnlySpan<byte> Screen => screen;

    /// <summary>The processor's registers.</summary>
    public CpuRegisters Registers { get; }

    /// <summary>Where the movable objects stand.</summary>
    public ObjectPositions Positions { get; }

    /// <summary>
    /// The fifteen collision latches: bit 0 M0-P1, 1 M0-P0, 2 M1-P0, 3 M1-P1, 4 P0-PF, 5 P0-BL, 6 P1-PF, 7 P1-BL,
    /// 8 M0-PF, 9 M0-BL, 10 M1-PF, 11 M1-BL, 12 BL-PF, 13 P0-P1, 14 M0-M1.
    /// </summary>
    public int Collisions { get; }

    /// <summary>Changes a byte of the console's memory.</summary>
    /// <param name="index">0 to 127; address $80 is 0.</param>
    /// <param name="value">The byte.</param>
    public void WriteRam(int index, byte value) => ram[index] = value;

    /// <summary>Reads an address as a program would, with all that such a read sets off.</summary>
    /// <param name="address">Only its low 13 bits reach the bus.</param>
    public byte Peek(int address) => ram[address & 127];

    /// <summary>Sets something a player can move or press; it stays so.</summary>
    /// <param name="input">What.</param>
    /// <param name="value">1 pressed, 0 not; for a paddle its resistance in ohms.</param>
    public void Set(ConsoleInput input, int value) => inputs[(int)input] = value;

    /// <summary>Lets go of everything: all inputs 0.</summary>
    public void ClearInputs() => Array.Clear(inputs);

    /// <summary>Runs until the program has finished a frame, 25,000 instructions at most.</summary>
    /// <param name="draw">
    /// Whether the screen is wanted afterwards. Timing and collisions are the same either way.
    /// </param>
    public FrameResult RunFrame(bool draw = true) => new(!draw, 0, 0, ram[0]);

    /// <summary>The system reset: processor, timer, video and cartridge start again; RAM stays.</summary>
    public void Reset() => Array.Clear(screen);

    /// <summary>The whole state but for the screen and the inputs.</summary>
    public byte[] Save() => [.. ram];

    /// <summary>Puts back what <see cref="Save"/> gave for the same cartridge.</summary>
    /// <param name="saved">Those bytes.</param>
    /// <exception cref="FormatException">They are damaged or of another cartridge; nothing was changed.</exception>
    public void Restore(ReadOnlySpan<byte> saved) => saved.CopyTo(ram);

    /// <summary>
    /// Generates sound: applies the register writes since the last call all at once, then gives the next samples, one
    /// per audio clock of the TIA (31.4 kHz).
    /// </summary>
    /// <param name="samples">Where they go, 128 is silence; 512 make an ALE act.</param>
    public void RenderAudio(Span<byte> samples) => samples.Fill((byte)(128 + ram[0]));
}
