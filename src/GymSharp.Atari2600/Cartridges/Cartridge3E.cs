namespace GymSharp.Atari2600;

/// <summary>
/// 3E: Andrew Davie's and Thomas Jentzsch's extension of 3F for Boulder Dash (2003). A write to $3F chooses the 2 KB
/// of ROM in the lower half of the window; a write to $3E puts one of 32 banks of 1 KB of RAM there instead, read at
/// $1000-$13FF and written at $1400-$17FF.
/// </summary>
/// <param name="image">A multiple of 2048 bytes, 512 KB at most.</param>
internal sealed class Cartridge3E(byte[] image) : Cartridge3F(image, RamBanks * RamBankSize)
{
    private const int RamBanks = 32;
    private const int RamBankSize = 1024;

    // Slices from here on are RAM.
    private const int FirstRam = 256;

    /// <inheritdoc/>
    public override void WriteConsole(int address, int value)
    {
        if (address == 0x3F)
        {
            Switch(0, value % Banks);
        }
        else if (address == 0x3E)
        {
            Switch(0, FirstRam + (value % RamBanks));
        }
    }

    /// <inheritdoc/>
    public override int? ReadConsole(int address) =>
        address < 0x40 ? ImageByte((Slice(0) % FirstRam % Banks * BankSize) + address) : null;

    /// <inheritdoc/>
    protected override void Lay(int part, int slice)
    {
        if (slice < FirstRam)
        {
            base.Lay(part, slice);
            Map.MapWrites(Window, BankSize, -1);
            return;
        }

        int bank = Map.RamStart + ((slice - FirstRam) * RamBankSize);
        Map.MapReads(Window, RamBankSize, bank);
        Map.MapReads(Window + RamBankSize, RamBankSize, bank);
        Map.MapWrites(Window + RamBankSize, RamBankSize, bank);
    }
}
