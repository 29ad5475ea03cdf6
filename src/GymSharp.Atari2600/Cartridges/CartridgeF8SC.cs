namespace GymSharp.Atari2600;

/// <summary>
/// F8 with the Superchip: Atari added 128 bytes of RAM to its boards in 1984, as much as the console itself has. With
/// no write line on the connector the RAM takes two address ranges: $1000-$107F writes, $1080-$10FF reads.
/// </summary>
/// <param name="image">8192 bytes; the first 256 of each bank cannot be seen.</param>
internal sealed class CartridgeF8SC(byte[] image) : BankedCartridge(image, ramSize: 128, startBank: 1)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is 0xFF8 or 0xFF9 ? offset - 0xFF8 : -1;
}
