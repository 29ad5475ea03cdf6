namespace GymSharp.Atari2600;

/// <summary>
/// FA, "RAM Plus": CBS sold its games for the 2600 with 12 KB in three banks behind $1FF8 to $1FFA, and with 256
/// bytes of
/// RAM: $1000-$10FF writes, $1100-$11FF reads.
/// </summary>
/// <param name="image">12288 bytes; the first 512 of each bank cannot be seen.</param>
internal sealed class CartridgeFasc(byte[] image) : BankedCartridge(image, ramSize: 256, startBank: 2)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is >= 0xFF8 and <= 0xFFA ? offset - 0xFF8 : -1;
}
