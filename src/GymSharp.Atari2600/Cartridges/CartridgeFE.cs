namespace GymSharp.Atari2600;

/// <summary>
/// FE: Activision's boards for Robot Tank and Decathlon have no hot spots. They watch the stack: after a JSR or RTS the
/// upper bits of the new address are on the data bus, and bit 5 of that byte, which is bit 13 of the address and has no
/// pin on a 6507, tells the bank. Programs live at $F000 and $D000. An emulator that keeps sixteen address bits can
/// simply look at bit 13.
/// </summary>
/// <param name="image">8192 bytes: the bank at $F000, then the one at $D000.</param>
internal sealed class CartridgeFE(byte[] image) : Cartridge(image)
{
    private const int BankSize = 4096;

    /// <inheritdoc/>
    public override int Configuration => 0;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Map.MapReadsOnce(0x3000, BankSize, AddressMap.ImageStart);
        Map.MapReadsOnce(0x1000, BankSize, AddressMap.ImageStart + BankSize);
    }

    /// <inheritdoc/>
    public override int Read(int address) =>
        ImageByte((address & (BankSize - 1)) + ((address & 0x2000) == 0 ? BankSize : 0));

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        // A ROM takes no writes.
    }
}
