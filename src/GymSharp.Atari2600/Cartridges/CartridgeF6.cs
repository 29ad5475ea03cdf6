namespace GymSharp.Atari2600;

/// <summary>
/// F6: four banks of 4 KB behind $1FF6 to $1FF9 (Atari, 1982).
/// </summary>
/// <param name="image">16384 bytes.</param>
internal sealed class CartridgeF6(byte[] image) : BankedCartridge(image, ramSize: 0, startBank: 0)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is >= 0xFF6 and <= 0xFF9 ? offset - 0xFF6 : -1;
}
