namespace GymSharp.Atari2600;

/// <summary>
/// UA: UA Limited's Pleiades (1983, never sold) has its hot spots outside the cartridge: an access to $0220 brings in
/// the first 4 KB, one to $0240 the second. The TIA sees those accesses too, at addresses it does not use.
/// </summary>
/// <param name="image">8192 bytes.</param>
internal class CartridgeUA(byte[] image) : SlicedCartridge(image, ramSize: 0, parts: 1)
{
    private const int BankSize = 4096;

    /// <inheritdoc/>
    public override bool WatchesConsole => true;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Switch(0, 0);
    }

    /// <inheritdoc/>
    public override int? ReadConsole(int address)
    {
        Watch(address);
        return null;
    }

    /// <inheritdoc/>
    public override void WriteConsole(int address, int value) => Watch(address);

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

    /// <summary>The bank an address of the console selects; negative: none.</summary>
    /// <param name="address">Twelve bits.</param>
    protected virtual int Select(int address) => address switch
    {
        0x220 => 0,
        0x240 => 1,
        _ => -1,
    };

    private void Watch(int address)
    {
        if (Select(address) is >= 0 and int bank)
        {
            Switch(0, bank);
        }
    }
}
