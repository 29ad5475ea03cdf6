namespace GymSharp.Atari2600;

/// <summary>
/// E0: Parker Brothers cut 8 KB into eight slices of 1 KB and the window into four parts (Frogger II, Montezuma's
/// Revenge, 1983). Hot spots $1FE0-$1FE7 choose the slice in the first part, $1FE8-$1FEF in the second, $1FF0-$1FF7 in
/// the third. The fourth always shows the last slice, where the hot spots are.
/// </summary>
/// <param name="image">8192 bytes.</param>
internal sealed class CartridgeE0(byte[] image) : SlicedCartridge(image, ramSize: 0, parts: 3)
{
    private const int SliceSize = 1024;
    private const int LastSlice = 7;
    private const int HotSpots = 0xFE0;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        for (int part = 0; part < 3; part++)
        {
            Switch(part, part + 4);
        }

        Map.MapReads(Window + (3 * SliceSize), SliceSize - 64, AddressMap.ImageStart + (LastSlice * SliceSize));
    }

    /// <inheritdoc/>
    protected override void Touch(int offset)
    {
        if (offset is >= HotSpots and < HotSpots + 24)
        {
            Switch((offset - HotSpots) / 8, offset & 7);
        }
    }

    /// <inheritdoc/>
    protected override void Lay(int part, int slice) =>
        Map.MapReads(Window + (part * SliceSize), SliceSize, AddressMap.ImageStart + (slice * SliceSize));

    /// <inheritdoc/>
    protected override int Hidden(int offset) => ImageByte((LastSlice * SliceSize) + (offset & (SliceSize - 1)));
}
