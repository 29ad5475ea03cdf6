namespace GymSharp.Atari2600;

/// <summary>
/// 2 KB and 4 KB: the game is wired straight to the console's connector, which has twelve address lines and room for
/// no more. A 2 KB chip ignores one of them and so appears twice. That was thought to be plenty in 1977.
/// </summary>
/// <param name="image">2048 or 4096 bytes.</param>
internal sealed class CartridgePlain(byte[] image) : Cartridge(image)
{
    private readonly int size = image.Length;

    /// <inheritdoc/>
    public override int Configuration => 0;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        for (int offset = 0; offset < 4096; offset += size)
        {
            Map.MapReads(Window + offset, size, AddressMap.ImageStart);
        }
    }

    /// <inheritdoc/>
    public override int Read(int address) => ImageByte(address % size);

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        // A ROM takes no writes.
    }
}
