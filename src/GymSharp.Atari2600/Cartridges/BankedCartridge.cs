namespace GymSharp.Atari2600;

/// <summary>
/// What most schemes share: 4 KB banks, and hot spots near the end of the window that switch when they are read or
/// written, in any mirror. RAM, where there is some, covers the start of every bank: the first half of its addresses
/// writes, the second half reads.
/// </summary>
/// <param name="image">The bytes of the ROM.</param>
/// <param name="ramSize">Bytes of RAM.</param>
/// <param name="startBank">The bank after a reset.</param>
internal abstract class BankedCartridge(byte[] image, int ramSize, int startBank) : Cartridge(image, ramSize)
{
    private const int BankSize = 4096;

    // The pieces with hot spots in them; everything before is plain memory.
    private const int HotPieces = 0x0FC0;
    private readonly int ramSize = ramSize;
    private int bank;

    /// <inheritdoc/>
    public override int Configuration => bank;

    /// <summary>Whether writes to hot spots count.</summary>
    protected virtual bool WritesSwitch => true;

    /// <summary>How many banks there are.</summary>
    protected int Banks { get; } = image.Length / BankSize;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Switch(startBank);
    }

    /// <inheritdoc/>
    public override int Read(int address)
    {
        Touch(address & 0x0FFF);
        return ImageByte((bank * BankSize) + (address & 0x0FFF));
    }

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        if (WritesSwitch)
        {
            Touch(address & 0x0FFF);
        }
    }

    /// <inheritdoc/>
    public override void Sync(StateWalker walker)
    {
        base.Sync(walker);
        walker.Walk(ref bank);
        if (walker.IsReading)
        {
            Switch(bank);
        }
    }

    /// <summary>The bank a hot spot selects; negative: not a hot spot.</summary>
    /// <param name="offset">Twelve bits of an address.</param>
    /// <param name="current">The bank that is in.</param>
    protected abstract int Select(int offset, int current);

    private void Touch(int offset)
    {
        int selected = Select(offset, bank);
        if (selected >= 0 && selected != bank)
        {
            Switch(selected);
        }
    }

    /// <summary>Switches a bank in.</summary>
    protected virtual void Switch(int to)
    {
        bank = to % Banks;
        Switched = true;
        int start = AddressMap.ImageStart + (bank * BankSize);
        Map.MapReads(Window, HotPieces, start);
        if (ramSize > 0)
        {
            Map.MapWrites(Window, ramSize, Map.RamStart);
            Map.MapReads(Window + ramSize, ramSize, Map.RamStart);
        }
    }
}
