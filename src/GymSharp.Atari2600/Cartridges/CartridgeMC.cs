namespace GymSharp.Atari2600;

/// <summary>
/// MC: Chris Wilkson's Megacart (specification 1.1, 1997; boards were never sold) has 128 KB of ROM and 32 KB of RAM
/// behind four slots of 1 KB. A write to $3C-$3F chooses the block in the first to the fourth: $80-$FF are ROM, $00-$3F
/// are RAM of 512 bytes, written in the lower half of the slot and read in the upper one. What is in the slots at first
/// is left to chance, so an access to the reset vector at $1FFC puts block $FF into the fourth slot, until the program
/// has jumped out of it.
/// </summary>
/// <remarks>
/// Not in the specification, and decided here: the jump is seen by the first access to another slot; all slots start
/// with block $FF; $40-$7F are the RAM again; the half that writes reads 0; reads of $3C-$3F, which are forbidden, do
/// nothing.
/// </remarks>
/// <param name="image">131072 bytes.</param>
internal sealed class CartridgeMC(byte[] image) : SlicedCartridge(image, RamBlocks * RamBlockSize, Slots)
{
    private const int Slots = 4;
    private const int SlotSize = 1024;
    private const int RamBlocks = 64;
    private const int RamBlockSize = SlotSize / 2;
    private const int FirstRom = 0x80;
    private const int HotSpots = 0x3C;
    private const int BootBlock = 0xFF;
    private const int BootSlot = 3;
    private const int BootStart = BootSlot * SlotSize;
    private const int ResetVector = 0xFFC;
    private bool isBooting;

    /// <inheritdoc/>
    public override bool WatchesConsole => true;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        isBooting = true;
        for (int slot = 0; slot < Slots; slot++)
        {
            Switch(slot, BootBlock);
        }
    }

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        base.Write(address, value);
        int place = Map.WriteAt(address);
        if (place >= 0)
        {
            Map.Memory[place] = (byte)value;
        }
    }

    /// <inheritdoc/>
    public override void WriteConsole(int address, int value)
    {
        if (address is >= HotSpots and < HotSpots + Slots)
        {
            Switch(address - HotSpots, value);
        }
    }

    /// <inheritdoc/>
    public override void Sync(StateWalker walker)
    {
        walker.Walk(ref isBooting);
        base.Sync(walker);
    }

    /// <inheritdoc/>
    protected override void Touch(int offset)
    {
        bool boots = offset is ResetVector or ResetVector + 1 || (isBooting && offset >= BootStart);
        if (boots == isBooting)
        {
            return;
        }

        isBooting = boots;
        for (int slot = 0; slot < Slots; slot++)
        {
            Lay(slot, Slice(slot));
        }
    }

    /// <inheritdoc/>
    protected override void Lay(int part, int slice)
    {
        int start = Window + (part * SlotSize);
        Map.MapReads(start, SlotSize, -1);
        Map.MapWrites(start, SlotSize, -1);
        if (isBooting && part != BootSlot)
        {
            // No plain memory: the first access has to be seen.
            return;
        }

        int block = Shown(part);
        int length = part == BootSlot ? SlotSize - 64 : SlotSize;
        if (block >= FirstRom)
        {
            Map.MapReads(start, length, AddressMap.ImageStart + ((block - FirstRom) * SlotSize));
        }
        else
        {
            Map.MapWrites(start, RamBlockSize, RamOf(block));
            Map.MapReads(start + RamBlockSize, length - RamBlockSize, RamOf(block));
        }
    }

    /// <inheritdoc/>
    protected override int Hidden(int offset)
    {
        int block = Shown(offset / SlotSize);
        return block >= FirstRom ? ImageByte(((block - FirstRom) * SlotSize) + (offset % SlotSize))
            : (offset & RamBlockSize) != 0 ? Map.Memory[RamOf(block) + (offset % RamBlockSize)]
            : 0;
    }

    private int Shown(int slot) => isBooting && slot == BootSlot ? BootBlock : Slice(slot);

    private int RamOf(int block) => Map.RamStart + (block % RamBlocks * RamBlockSize);
}
