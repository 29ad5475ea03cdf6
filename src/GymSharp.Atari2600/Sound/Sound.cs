namespace GymSharp.Atari2600;

/// <summary>
/// The registers of the sound half of the TIA. Steady levels are given, which games play digitised sound with; tones
/// and
/// noise are not generated.
/// </summary>
internal sealed class Sound
{
    private readonly byte[] registers = new byte[6];

    /// <summary>The reset: silence.</summary>
    public void Reset() => Array.Clear(registers);

    /// <summary>Writes AUDC0 to AUDV1.</summary>
    public void Write(int register, int value) => registers[register - TiaRegister.Audc0] = (byte)value;

    /// <summary>
    /// Gives the next samples: 128, and four times the volume of each channel that holds a steady level.
    /// </summary>
    public void Render(Span<byte> samples) => samples.Fill((byte)(128 + (4 * (Level(0) + Level(1)))));

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker) => walker.Walk(registers);

    // Controls 0 and 11 set the output to 1 for good.
    private int Level(int channel) => (registers[channel] & 15) is 0 or 11 ? registers[4 + channel] & 15 : 0;
}
