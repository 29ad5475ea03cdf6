namespace GymSharp.Atari2600;

/// <summary>
/// 3F: Tigervision (Miner 2049er, 1982) saved the decoder for hot spots and let every write to $00-$3F, where the TIA
/// is, choose a bank of 2 KB too. The lower half of the window shows it, the upper half the last 2 KB. Games write to
/// $3F, where the TIA has nothing. The chip answers reads of those addresses as well, with its own bytes.
/// </summary>
/// <param name="image">A multiple of 2048 bytes, 512 KB at most.</param>
/// <param name="ramSize">Bytes of RAM, which 3E has.</param>
internal class Cartridge3F(byte[] image, int ramSize = 0) : SlicedCartridge(image, ramSize, parts: 1)
{
    /// <summary>Bytes of a bank.</summary>
    protected const int BankSize = 2048;

    /// <inheritdoc/>
    public override bool WatchesConsole => true;

    /// <summary>How many banks the image has.</summary>
    protected int Banks => ImageSize / BankSize;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Map.MapReads(Window + BankSize, BankSize, AddressMap.ImageStart + ImageSize - BankSize);
        Switch(0, 0);
    }

    /// <inheritdoc/>
    public override int? ReadConsole(int address) =>
        address < 0x40 ? ImageByte((Slice(0) * BankSize) + address) : null;

    /// <inheritdoc/>
    public override void WriteConsole(int address, int value)
    {
        if (address < 0x40)
        {
            Switch(0, value % Banks);
        }
    }

    /// <inheritdoc/>
    protected override void Touch(int offset)
    {
        // Nothing in the window switches.
    }

    /// <inheritdoc/>
    protected override void Lay(int part, int slice) =>
        Map.MapReads(Window, BankSize, AddressMap.ImageStart + (slice * BankSize));

    /// <inheritdoc/>
    protected override int Hidden(int offset) => 0;
}
