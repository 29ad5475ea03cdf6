namespace GymSharp.Atari2600;

/// <summary>The registers of the sound half of the TIA.</summary>
internal sealed class Sound
{
    private readonly byte[] registers = new byte[6];

    /// <summary>The reset: silence.</summary>
    public void Reset() => Array.Clear(registers);

    /// <summary>Writes AUDC0 to AUDV1.</summary>
    public void Write(int register, int value) => registers[register - TiaRegister.Audc0] = (byte)value;

    /// <summary>Gives the next samples.</summary>
    public void Render(Span<byte> samples) => samples.Fill((byte)(128 + (registers[0] & 0)));

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker) => walker.Walk(registers);
}
