namespace GymSharp.Atari2600;

/// <summary>
/// CV: Commavid's boards had 2 KB of ROM in the upper half of the window and 1 KB of RAM in the lower one: $1000-$13FF
/// reads it, $1400-$17FF writes it. MagiCard, which let its owner write programs, is the best known. Its images come
/// with 4 KB too: what the RAM held, then the ROM.
/// </summary>
/// <param name="image">2048 or 4096 bytes.</param>
internal sealed class CartridgeCV(byte[] image) : Cartridge(image, RamSize)
{
    private const int RamSize = 1024;
    private const int RomSize = 2048;
    private readonly int romStart = image.Length - RomSize;

    /// <inheritdoc/>
    public override int Configuration => 0;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        if (romStart == 0)
        {
            base.Reset(twister);
        }
        else
        {
            Map.Memory.AsSpan(AddressMap.ImageStart, RamSize).CopyTo(Map.CartridgeRam);
        }

        Map.MapReads(Window, RamSize, Map.RamStart);
        Map.MapWrites(Window + RamSize, RamSize, Map.RamStart);
        Map.MapReads(Window + RomSize, RomSize, AddressMap.ImageStart + romStart);
    }

    /// <inheritdoc/>
    public override int Read(int address) => ImageByte(romStart + (address & (RomSize - 1)));

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        // Outside the RAM's write port there is only ROM.
    }
}
