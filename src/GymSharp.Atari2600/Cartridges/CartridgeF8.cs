namespace GymSharp.Atari2600;

/// <summary>
/// F8: two banks of 4 KB, the first scheme there was (Atari, 1980, for Asteroids). A read of $1FF8 brings in the first
/// bank, of $1FF9 the second. The chip wakes in the second, except in two prototypes that start in the first.
/// </summary>
/// <param name="image">8192 bytes.</param>
/// <param name="startBank">The bank after a reset: 1, for two images 0.</param>
internal sealed class CartridgeF8(byte[] image, int startBank) : BankedCartridge(image, ramSize: 0, startBank)
{
    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is 0xFF8 or 0xFF9 ? offset - 0xFF8 : -1;
}
