namespace GymSharp.Atari2600;

/// <summary>
/// 0840: Kevin Horton's "Econobanking" wants no more than one cheap chip: it looks at three address lines. An access
/// to $0800 or any other address below the cartridge's with line 11 high and line 6 low brings in the first 4 KB, one
/// to $0840 and its kin, where line 6 is high, the second. The console's chips see those accesses too, and mirrors of
/// its memory lie among them.
/// </summary>
/// <remarks>The description leaves open which bank comes first; here it is the first one.</remarks>
/// <param name="image">8192 bytes.</param>
internal sealed class Cartridge0840(byte[] image) : CartridgeUA(image)
{
    private const int Half = 0x0800;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Map.MapReads(Half, Half, -1);
        Map.MapWrites(Half, Half, -1);
    }

    /// <inheritdoc/>
    protected override int Select(int address) => (address & Half) == 0 ? -1 : (address >> 6) & 1;
}
