using GymSharp.Atari2600.Assembly;

namespace GymSharp.Atari2600;

/// <summary>
/// AR: Starpath's Supercharger (1982) is a cartridge full of RAM, 6 KB in three banks, and a 2 KB ROM that fills it
/// from a cassette player. Its connector has no line that tells writes from reads, so everything is done by reading:
/// an access to $10nn keeps nn, and the fifth address after that one is written with it. An access to $1FF8 makes the
/// byte kept, whatever its age, the control byte: bit 1 allows writing, bits 2-4 choose what the two halves of the
/// window show, bit 0 takes the power off the ROM.
/// </summary>
/// <remarks>
/// <para>
/// From Kevin Horton's "Mostly Inclusive Atari 2600 Mapper Document", the notes on the Supercharger by C. Salomon and
/// the tape format by B. Colbert and E. Stolberg. The ROM is not Starpath's: <see cref="Loader"/> is a short one of our
/// own with the same ways in and out. A program that wants more puts a number into $FA and jumps to $F800. A loaded
/// program starts with its control byte in $80, 0 in $81, CMP $FFF8 and JMP to its start in $FA-$FF, which it came
/// through, X and SP $FF, Y 0. It is there at once: no sound, no bars, no checksums, as images of tapes circulate whose
/// sums are wrong.
/// </para>
/// <para>
/// Not documented, and decided here: A holds the control byte; after switching on, the TIA and the console's memory are
/// cleared; a number that no load has keeps the loader waiting, but the first one is taken for 0; $1FF9, the cassette
/// player's signal, and the ROM without power read as memory; bits 5-7, the delay of a write, do nothing.
/// </para>
/// </remarks>
/// <param name="image">Loads of 8448 bytes: 24 pages of 256, 2048 bytes unused, a header of 256.</param>
internal sealed class CartridgeAR(byte[] image) : Cartridge(image, BankSize * RamBanks)
{
    /// <summary>Bytes of a load.</summary>
    public const int LoadSize = HeaderStart + PageSize;

    private const int HeaderStart = 8192;
    private const int PageSize = 256;
    private const int PageTable = 16;
    private const int MostPages = 24;
    private const int BankSize = 2048;
    private const int RamBanks = 3;
    private const int Rom = 3;
    private const int ControlSpot = 0xFF8;
    private const int WriteEnable = 2;
    private const int AccessesToWrite = 5;

    // The number of the load that a program asks for, in the console's memory.
    private const int Wanted = 0xFA - 0x80;

    // Addresses of the loader's ROM that are no memory: the first loads, the others tell what was loaded.
    private const int Ask = 0xFE0;
    private const int Answers = 3;

    // What the lower and the upper half show, by the mode.
    private static readonly (int Low, int High)[] Modes =
        [(2, Rom), (0, Rom), (2, 0), (0, 2), (2, Rom), (1, Rom), (2, 1), (1, 2)];

    private static readonly Lazy<byte[]> Loader = new(() => Assembler.AssembleText("""
                processor 6502
        ask     equ $FFE0
        control equ ask + 1
        start   equ ask + 2
                org $F800
                jmp load
        on      lda #0
                tax
        clear   sta 0,x
                inx
                bne clear
        load    sei
                cld
                ldx #$FF
                txs
        wait    lda ask
                bne wait
                ldx #3
        leave   lda exit,x
                sta $FA,x
                dex
                bpl leave
                lda start
                sta $FE
                lda start + 1
                sta $FF
                ldy #0
                sty $81
                ldx control
                stx $80
                txa
                cmp $F000,x
                ldx #$FF
                jmp $FA
        exit    .byte $CD, $F8, $FF, $4C
                org $FFFC
                .word on, on
        """).Image);

    private Latches state;

    /// <inheritdoc/>
    public override bool WatchesConsole => true;

    /// <inheritdoc/>
    public override int Configuration => 0;

    private bool AllowsWrites => (state.Control & WriteEnable) != 0;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        state = default;

        // Nothing is plain memory: every change of the address counts.
        Map.MapReads(0, Window, -1);
        Map.MapWrites(0, Window, -1);
    }

    /// <inheritdoc/>
    public override int Read(int address) => Access(address);

    /// <inheritdoc/>
    public override void Write(int address, int value) => Access(address);

    /// <inheritdoc/>
    public override int? ReadConsole(int address)
    {
        Count(address);
        return null;
    }

    /// <inheritdoc/>
    public override void WriteConsole(int address, int value) => Count(address);

    /// <inheritdoc/>
    public override void Sync(StateWalker walker)
    {
        base.Sync(walker);
        walker.Walk(ref state);
    }

    private void Count(int address)
    {
        int bus = address & 0x1FFF;
        if (bus != state.LastAddress)
        {
            state.LastAddress = bus;
            state.Accesses = Math.Min(state.Accesses + 1, AccessesToWrite + 1);
        }
    }

    private int Access(int address)
    {
        Count(address);
        int offset = address & 0x0FFF;
        (int low, int high) = Modes[(state.Control >> 2) & 7];
        int bank = offset < BankSize ? low : high;
        bool isWaiting = state.IsWaiting && AllowsWrites && state.Accesses <= AccessesToWrite;
        int value = bank == Rom ? ReadRom(offset) : Ram(bank)[offset % BankSize];
        if (isWaiting && state.Accesses == AccessesToWrite && bank != Rom)
        {
            Ram(bank)[offset % BankSize] = (byte)state.Kept;
            value = state.Kept;
            state.IsWaiting = false;
        }
        else if (offset == ControlSpot)
        {
            state.Control = state.Kept;
            state.IsWaiting = false;
        }
        else if (offset < PageSize && !isWaiting)
        {
            (state.Kept, state.Accesses, state.IsWaiting) = (offset, 0, true);
        }

        return value;
    }

    private Span<byte> Ram(int bank) => Map.CartridgeRam.Slice(bank * BankSize, BankSize);

    private int ReadRom(int offset) => offset switch
    {
        Ask => Load(Map.Memory[Wanted]),
        > Ask and <= Ask + Answers => ImageByte(state.Load + HeaderStart + ((offset - Ask + 1) % Answers)),
        _ => Loader.Value[offset % BankSize],
    };

    // Fills the RAM; 0 is success.
    private int Load(int number)
    {
        int load = Find(number);
        if (load < 0)
        {
            return 1;
        }

        state.Load = load;
        int header = load + HeaderStart;
        int pages = Math.Min(ImageByte(header + 3), MostPages);
        for (int i = 0; i < pages; i++)
        {
            int place = ImageByte(header + PageTable + i);
            int bank = place & 3;
            if (bank != Rom)
            {
                Map.Memory.AsSpan(AddressMap.ImageStart + load + (i * PageSize), PageSize)
                    .CopyTo(Ram(bank)[(((place >> 2) & 7) * PageSize)..]);
            }
        }

        return 0;
    }

    private int Find(int number)
    {
        int end = Map.RamStart - AddressMap.ImageStart;
        for (int load = 0; load < end; load += LoadSize)
        {
            if (ImageByte(load + HeaderStart + 5) == number)
            {
                return load;
            }
        }

        return number == 0 ? 0 : -1;
    }

    private struct Latches
    {
        public int Control;
        public int Kept;
        public bool IsWaiting;
        public int Accesses;
        public int LastAddress;
        public int Load;
    }
}
