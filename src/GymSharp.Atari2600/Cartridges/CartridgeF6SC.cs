namespace GymSharp.Atari2600;

/// <summary>
/// F6 with the 128 bytes of the Superchip: $1000-$107F writes, $1080-$10FF reads.
/// </summary>
/// <param name="image">16384 bytes; the first 256 of each bank cannot be seen.</param>
internal sealed class CartridgeF6SC(byte[] image) : BankedCartridge(image, ramSize: 128, startBank: 0)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is >= 0xFF6 and <= 0xFF9 ? offset - 0xFF6 : -1;
}
