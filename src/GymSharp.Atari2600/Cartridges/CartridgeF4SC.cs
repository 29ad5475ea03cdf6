namespace GymSharp.Atari2600;

/// <summary>
/// F4 with the 128 bytes of the Superchip: $1000-$107F writes, $1080-$10FF reads. In the reference emulator only reads
/// of its hot spots switch.
/// </summary>
/// <param name="image">32768 bytes; the first 256 of each bank cannot be seen.</param>
internal sealed class CartridgeF4SC(byte[] image) : BankedCartridge(image, ramSize: 128, startBank: 0)
{
    /// <inheritdoc/>
    protected override bool WritesSwitch => false;

    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is >= 0xFF4 and <= 0xFFB ? offset - 0xFF4 : -1;
}
