namespace GymSharp.Atari2600;

/// <summary>
/// An Atari 2600 with a cartridge in it: 6507 processor, TIA video chip, RIOT, controllers and switches.
/// </summary>
public sealed class AtariConsole
{
    /// <summary>Columns of the screen.</summary>
    public const int Width = 160;

    private const uint PowerOnSeed = 4753849;
    private const int DefaultHeight = 210;
    private const int TallHeight = 250;
    private readonly Machine machine;
    private readonly ulong identity;
    private readonly RoutineStore routines;

    /// <summary>Puts a cartridge in and switches on.</summary>
    /// <param name="rom">The cartridge's bytes.</param>
    /// <param name="options">What is known about it; null is nothing.</param>
    /// <exception cref="RomFormatException">No cartridge has this size, or not with the scheme asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window of lines shown does not fit.</exception>
    public AtariConsole(ReadOnlySpan<byte> rom, ConsoleOptions? options = null)
    {
        options ??= new();
        CheckWindow(options);
        CartridgeType = CartridgeFactory.TypeOf(rom, options.CartridgeType);
        identity = StateWalker.Checksum(rom);
        routines = RoutineStore.Of(CartridgeType, identity);
        MersenneTwister twister = new(PowerOnSeed);
        byte[] memory = PowerOn(twister);
        Format = options.Format ?? TelevisionFormat.Ntsc;
        Height = ShownHeight(options.Height);
        machine = Assemble(rom, options, twister);
        memory.CopyTo(machine.Ram);
        machine.Reset();
        if (options.Format is null)
        {
            Format = DetectFormat();
            if (ShownHeight(options.Height) != Height || Format != TelevisionFormat.Ntsc)
            {
                Height = ShownHeight(options.Height);
                memory = machine.Ram.ToArray();
                machine = Assemble(rom, options, twister);
                memory.CopyTo(machine.Ram);
            }

            machine.Reset();
        }
    }

    /// <summary>The bank-switching scheme, given or detected.</summary>
    public CartridgeType CartridgeType { get; }

    /// <summary>The television standard, given or detected.</summary>
    public TelevisionFormat Format { get; }

    /// <summary>Rows of the screen.</summary>
    public int Height { get; }

    /// <summary>The console's memory: 128 bytes, that of address $80 first.</summary>
    public ReadOnlySpan<byte> Ram => machine.Ram;

    /// <summary>Palette indices of the last frame, row by row: <see cref="Height"/> times 160.</summary>
    public ReadOnlySpan<byte> Screen => machine.Video.Frame;

    /// <summary>
    /// A number for each row of <see cref="Screen"/>. Rows of this console with the same number have the same pixels;
    /// those with 0 may be like any other.
    /// </summary>
    public ReadOnlySpan<long> RowStamps => machine.Video.RowStamps;

    /// <summary>The screen that the last frame took the place of.</summary>
    public ReadOnlySpan<byte> PreviousScreen => machine.Video.OtherFrame;

    /// <summary>The same numbers for the rows of <see cref="PreviousScreen"/>.</summary>
    public ReadOnlySpan<long> PreviousRowStamps => machine.Video.OtherRowStamps;

    /// <summary>Whether the next <see cref="RunFrame"/> goes on with the frame and screen of the last one.</summary>
    public bool IsMidFrame => machine.IsMidFrame;

    /// <summary>The processor's registers.</summary>
    public CpuRegisters Registers => new(
        (ushort)machine.Pc, (byte)machine.A, (byte)machine.X, (byte)machine.Y, (byte)machine.Sp, (byte)machine.P);

    /// <summary>Where the movable objects stand.</summary>
    public ObjectPositions Positions => machine.Video.Positions;

    /// <summary>
    /// The fifteen collision latches: bit 0 M0-P1, 1 M0-P0, 2 M1-P0, 3 M1-P1, 4 P0-PF, 5 P0-BL, 6 P1-PF, 7 P1-BL,
    /// 8 M0-PF, 9 M0-BL, 10 M1-PF, 11 M1-BL, 12 BL-PF, 13 P0-P1, 14 M0-M1.
    /// </summary>
    public int Collisions => machine.Video.Collisions;

    /// <summary>Changes a byte of the console's memory.</summary>
    /// <param name="index">0 to 127; address $80 is 0.</param>
    /// <param name="value">The byte.</param>
    public void WriteRam(int index, byte value) => machine.Ram[index] = value;

    /// <summary>Reads an address as a program would, with all that such a read sets off.</summary>
    /// <param name="address">Only its low 13 bits reach the bus.</param>
    public byte Peek(int address) => (byte)machine.Read(address & 0xFFFF, 0);

    /// <summary>Sets something a player can move or press; it stays so.</summary>
    /// <param name="input">What.</param>
    /// <param name="value">1 pressed, 0 not; for a paddle its resistance in ohms.</param>
    public void Set(ConsoleInput input, int value) => machine.Controls.Set(input, value);

    /// <summary>Lets go of everything: all inputs 0.</summary>
    public void ClearInputs() => machine.Controls.Clear();

    /// <summary>Runs until the program has finished a frame, 25,000 instructions at most.</summary>
    public FrameResult RunFrame() => machine.RunFrame();

    /// <summary>The system reset: processor, timer, video and cartridge start again; RAM stays.</summary>
    public void Reset() => machine.Reset();

    /// <summary>The whole state but for the screen and the inputs.</summary>
    public byte[] Save()
    {
        StateWalker state = StateWalker.ForWriting();
        Sync(state);
        return state.ToArray();
    }

    /// <summary>Puts back what <see cref="Save"/> gave for the same cartridge.</summary>
    /// <param name="saved">Those bytes.</param>
    /// <exception cref="FormatException">They are damaged or of another cartridge; nothing was changed.</exception>
    public void Restore(ReadOnlySpan<byte> saved) => Sync(StateWalker.ForReading(saved));

    /// <summary>
    /// State of the generator that the random values after a reset come from. <see cref="Save"/> leaves it out, as the
    /// clones of the Arcade Learning Environment do.
    /// </summary>
    /// <exception cref="ArgumentException">It is not the state of such a generator.</exception>
    public IReadOnlyList<uint> ResetGenerator
    {
        get => machine.Twister.State;
        set => machine.Twister.State = [.. value];
    }

    /// <summary>
    /// Gives the next samples of the sound, one per audio clock of the TIA (31.4 kHz), with the registers as they are
    /// now.
    /// </summary>
    /// <param name="samples">Where they go, 128 is silence; 512 make an ALE act.</param>
    public void RenderAudio(Span<byte> samples) => machine.Sound.Render(samples);

    /// <summary>The chips, for tests that look inside.</summary>
    internal Machine Machine => machine;

    private static void CheckWindow(ConsoleOptions options)
    {
        if (options.YStart is < 0 or > 64 || options.Height is < DefaultHeight or > 256)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                $"Lines {options.YStart} to {options.YStart + options.Height} cannot be shown. YStart is 0 to 64, "
                + "Height 210 to 256.");
        }
    }

    private static byte[] PowerOn(MersenneTwister twister)
    {
        byte[] memory = new byte[AddressMap.RamSize];
        foreach (ref byte value in memory.AsSpan())
        {
            value = (byte)twister.Next();
        }

        // The timer chip draws a value at its making that the reset replaces.
        twister.Next();
        return memory;
    }

    private int ShownHeight(int height) =>
        Format != TelevisionFormat.Ntsc && height == DefaultHeight ? TallHeight : height;

    private Machine Assemble(ReadOnlySpan<byte> rom, ConsoleOptions options, MersenneTwister twister) => new(
        CartridgeFactory.Create(rom, CartridgeType),
        options with { Format = Format, Height = Height },
        twister,
        routines);

    // A second without anybody touching anything: a picture of many lines is made for PAL.
    private TelevisionFormat DetectFormat()
    {
        const int Frames = 60;
        const int Ignored = 30;
        const int Most = 285;
        const int Enough = 15;
        int tall = 0;
        for (int i = 0; i < Frames; i++)
        {
            int lines = RunFrame().Scanlines;
            tall += i >= Ignored && lines > Most ? 1 : 0;
        }

        return tall >= Enough ? TelevisionFormat.Pal : TelevisionFormat.Ntsc;
    }

    private void Sync(StateWalker state)
    {
        state.Expect(identity);
        machine.Sync(state);
    }
}
