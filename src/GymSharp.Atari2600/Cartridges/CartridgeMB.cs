namespace GymSharp.Atari2600;

/// <summary>
/// Megaboy: a Brazilian educational cartridge (Dynacom, 1992) of 64 KB. It has one hot spot, $1FF0, and each access
/// brings
/// in the next of sixteen banks.
/// </summary>
/// <param name="image">65536 bytes.</param>
internal sealed class CartridgeMB(byte[] image) : BankedCartridge(image, ramSize: 0, startBank: 1)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset == 0xFF0 ? (current + 1) % Banks : -1;
}
