namespace GymSharp.Atari2600;

/// <summary>The sound half of the TIA: two channels, each with a control, a frequency and a volume.</summary>
internal sealed class Sound
{
    private const int Silence = 128;
    private const int Loudness = 4;
    private readonly SoundChannel[] channels = new SoundChannel[2];

    /// <summary>Switches on.</summary>
    public Sound() => Reset();

    /// <summary>The reset: silence.</summary>
    public void Reset() => Array.Fill(channels, SoundChannel.AtReset);

    /// <summary>Writes AUDC0 to AUDV1: control, frequency and volume, each of both channels.</summary>
    public void Write(int register, int value)
    {
        int place = register - TiaRegister.Audc0;
        ref SoundChannel channel = ref channels[place & 1];
        switch (place >> 1)
        {
            case 0:
                channel.Control = (byte)(value & 15);
                break;
            case 1:
                channel.Frequency = (byte)(value & 31);
                break;
            default:
                channel.Volume = (byte)(value & 15);
                break;
        }
    }

    /// <summary>Gives the next samples: 128, and four times the volume of each channel whose output is 1.</summary>
    public void Render(Span<byte> samples)
    {
        SoundChannel first = channels[0];
        SoundChannel second = channels[1];
        foreach (ref byte sample in samples)
        {
            sample = (byte)(Silence + (Loudness * (first.Next() + second.Next())));
        }

        (channels[0], channels[1]) = (first, second);
    }

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker) => walker.Walk(channels);
}
