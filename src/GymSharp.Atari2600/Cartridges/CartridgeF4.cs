namespace GymSharp.Atari2600;

/// <summary>
/// F4: eight banks of 4 KB behind $1FF4 to $1FFB, the largest boards Atari sold (Fatal Run, 1990).
/// </summary>
/// <param name="image">32768 bytes.</param>
internal sealed class CartridgeF4(byte[] image) : BankedCartridge(image, ramSize: 0, startBank: 0)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is >= 0xFF4 and <= 0xFFB ? offset - 0xFF4 : -1;
}
