namespace GymSharp.Atari2600;

/// <summary>
/// E7: M-Network's Big Game Boards (BurgerTime, 1983) have 16 KB of ROM and 2 KB of RAM. $1FE0-$1FE6 choose which 2 KB
/// of ROM stand in the lower half of the window; $1FE7 puts 1 KB of RAM there, written at $1000-$13FF and read at
/// $1400-$17FF. $1FE8-$1FEB choose one of four pages of 256 bytes of the other RAM, written at $1800 and read at $1900.
/// The rest of the window shows the end of the ROM.
/// </summary>
/// <param name="image">16384 bytes.</param>
internal sealed class CartridgeE7(byte[] image) : SlicedCartridge(image, ramSize: 2048, parts: 2)
{
    private const int Half = 2048;
    private const int BlockSize = 1024;
    private const int PageSize = 256;
    private const int RamSlice = 7;
    private const int HotSpots = 0xFE0;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Map.MapReads(Window + Half, Half - 64, AddressMap.ImageStart + ImageSize - Half);
        Switch(0, 0);
        Switch(1, 0);
    }

    /// <inheritdoc/>
    protected override void Touch(int offset)
    {
        if (offset is >= HotSpots and < HotSpots + 8)
        {
            Switch(0, offset - HotSpots);
        }
        else if (offset is >= HotSpots + 8 and < HotSpots + 12)
        {
            Switch(1, offset - HotSpots - 8);
        }
    }

    /// <inheritdoc/>
    protected override void Lay(int part, int slice)
    {
        if (part == 1)
        {
            int page = Map.RamStart + BlockSize + (slice * PageSize);
            Map.MapWrites(Window + Half, PageSize, page);
            Map.MapReads(Window + Half + PageSize, PageSize, page);
            return;
        }

        bool isRam = slice == RamSlice;
        Map.MapReads(Window, Half, AddressMap.ImageStart + (slice * Half));
        Map.MapWrites(Window, BlockSize, isRam ? Map.RamStart : -1);
        if (isRam)
        {
            Map.MapReads(Window + BlockSize, BlockSize, Map.RamStart);
        }
    }

    /// <inheritdoc/>
    protected override int Hidden(int offset) => ImageByte(ImageSize - Half + (offset & (Half - 1)));
}
