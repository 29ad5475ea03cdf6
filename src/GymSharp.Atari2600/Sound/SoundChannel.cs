namespace GymSharp.Atari2600;

/// <summary>
/// A channel of sound: a divider that passes one of 1 to 32 clocks, a noise register of five bits, and a pulse register
/// of four, whose last bit is the output.
/// </summary>
/// <remarks>
/// Both registers shift towards bit 0. Where their bits are tapped and when they stand still was found by comparing
/// with sound recorded of the reference emulator.
/// </remarks>
internal struct SoundChannel
{
    /// <summary>What makes the tone, 0 to 15.</summary>
    public byte Control;

    /// <summary>Clocks that are left out between two that pass.</summary>
    public byte Frequency;

    /// <summary>0 to 15.</summary>
    public byte Volume;

    private const int TopOfPulse = 3;
    private const int TopOfNoise = 4;
    private byte pulse;
    private byte noise;
    private byte divider;

    /// <summary>Silent.</summary>
    public static SoundChannel AtReset => new() { pulse = 1 << TopOfPulse, noise = 1 << TopOfNoise };

    /// <summary>One audio clock.</summary>
    /// <returns>The volume while the output is 1, else 0.</returns>
    public int Next()
    {
        if (++divider > Frequency)
        {
            divider = 0;
            Clock();
        }

        return (pulse & 1) * Volume;
    }

    private void Clock()
    {
        SoundTone tone = SoundTone.Of[Control];
        int fallen = noise & 1;
        if (tone.MovesNoise)
        {
            int fed = tone.Feed == SoundFeed.Poly9 ? Poly9() : Poly5();
            noise = (byte)((noise >> 1) | (fed << TopOfNoise));
        }

        if (IsOpen(tone.Gate))
        {
            int fed = Fed(tone.Feed, fallen);
            int rest = tone.Feed == SoundFeed.Div3 ? ~(pulse >> 1) & 7 : pulse >> 1;
            pulse = (byte)(rest | (fed << TopOfPulse));
        }
    }

    private readonly bool IsOpen(SoundGate gate) => gate switch
    {
        SoundGate.Open => true,
        SoundGate.Div31 => (noise & 0x1E) == 0x02,
        _ => (noise & 1) != 0,
    };

    private readonly int Fed(SoundFeed feed, int fallen) => feed switch
    {
        SoundFeed.One => 1,
        SoundFeed.Poly4 => pulse == 0 ? 1 : (pulse ^ (pulse >> 1)) & 1,
        SoundFeed.Toggle => (~pulse >> TopOfPulse) & 1,
        SoundFeed.NoiseEnd => noise & 1,
        SoundFeed.Div3 => ((pulse >> 3) | (pulse >> 2)) & ~(pulse >> 1) & 1,
        _ => fallen,
    };

    // A register of zeros would stay so; the chip lets a 1 in.
    private readonly int Poly5() => noise == 0 ? 1 : (noise ^ (noise >> 2)) & 1;

    private readonly int Poly9() => (noise | pulse) == 0 ? 1 : (noise ^ pulse) & 1;
}
