namespace GymSharp.Atari2600;

public sealed class SoundTests
{
    private const int FirstControl = TiaRegister.Audc0;
    private const int FirstFrequency = FirstControl + 2;
    private const int FirstVolume = FirstControl + 4;

    // Lengths of the sequences that the programmer's guide names for the sixteen controls.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 15)]
    [InlineData(2, 15 * 31)]
    [InlineData(3, 15 * 31)]
    [InlineData(4, 2)]
    [InlineData(5, 2)]
    [InlineData(6, 31)]
    [InlineData(7, 31)]
    [InlineData(8, 511)]
    [InlineData(9, 31)]
    [InlineData(10, 31)]
    [InlineData(11, 1)]
    [InlineData(12, 6)]
    [InlineData(13, 6)]
    [InlineData(14, 93)]
    [InlineData(15, 93)]
    public void A_tone_repeats_after_the_length_of_its_sequence(int control, int length)
    {
        byte[] samples = Settled(Playing(channel: 0, control, frequency: 0, volume: 15), 4 * 511);
        Assert.Equal(length, Period(samples));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 4, 9)]
    [InlineData(0, 12, 31)]
    [InlineData(1, 14, 3)]
    public void A_frequency_divides_the_clock(int channel, int control, int frequency)
    {
        byte[] slow = Settled(Playing(channel, control, frequency, volume: 7), 93 * 32 * 3);
        byte[] fast = Settled(Playing(channel, control, frequency: 0, volume: 7), 93 * 3);
        Assert.Equal(Period(fast) * (frequency + 1), Period(slow));
    }

    [Theory]
    [InlineData(0, 128)]
    [InlineData(1, 132)]
    [InlineData(15, 188)]
    public void A_volume_is_four_to_the_step(int volume, int most) =>
        Assert.Equal(most, Settled(Playing(channel: 1, control: 4, frequency: 0, volume), 16).Max());

    [Fact]
    public void Only_the_low_bits_of_a_register_count()
    {
        Sound full = new();
        Sound plain = new();
        for (int register = FirstControl; register <= TiaRegister.Audv1; register++)
        {
            bool isFrequency = register is FirstFrequency or FirstFrequency + 1;
            full.Write(register, isFrequency ? 0xE5 : 0xF9);
            plain.Write(register, isFrequency ? 0x05 : 0x09);
        }

        Assert.Equal(Settled(plain, 512), Settled(full, 512));
    }

    [Fact]
    public void Both_channels_add_up()
    {
        Sound both = Playing(channel: 0, control: 8, frequency: 2, volume: 15);
        Play(both, channel: 1, control: 4, frequency: 7, volume: 9);
        byte[] first = Settled(Playing(channel: 0, control: 8, frequency: 2, volume: 15), 512);
        byte[] second = Settled(Playing(channel: 1, control: 4, frequency: 7, volume: 9), 512);
        Assert.Equal(first.Zip(second, (a, b) => (byte)(a + b - 128)), Settled(both, 512));
    }

    [Fact]
    public void A_restored_console_sounds_as_the_saved_one_did()
    {
        AtariConsole console = new(File.ReadAllBytes(
            Path.Combine(Golden.GoldenData.RepositoryRoot, "ale", "roms", "audio.bin")));
        byte[] samples = Heard(console, 7);
        byte[] saved = console.Save();
        string after = Convert.ToHexString(Heard(console, 3));
        console.Restore(saved);
        Assert.Equal(after, Convert.ToHexString(Heard(console, 3)));
        Assert.NotEqual(128, samples.Max());
        console.Reset();
        console.RenderAudio(samples);
        Assert.All(samples, sample => Assert.Equal(128, sample));
    }

    private static byte[] Heard(AtariConsole console, int frames)
    {
        byte[] samples = new byte[512];
        for (int i = 0; i < frames; i++)
        {
            console.RunFrame();
            console.RenderAudio(samples);
        }

        return samples;
    }

    private static Sound Playing(int channel, int control, int frequency, int volume)
    {
        Sound sound = new();
        Play(sound, channel, control, frequency, volume);
        return sound;
    }

    private static void Play(Sound sound, int channel, int control, int frequency, int volume)
    {
        sound.Write(FirstControl + channel, control);
        sound.Write(FirstFrequency + channel, frequency);
        sound.Write(FirstVolume + channel, volume);
    }

    // What is left in the registers from the reset is played first.
    private static byte[] Settled(Sound sound, int count)
    {
        byte[] samples = new byte[4096];
        sound.Render(samples);
        samples = new byte[count];
        sound.Render(samples);
        return samples;
    }

    private static int Period(byte[] samples) => Enumerable.Range(1, samples.Length / 2).First(
        length => samples.AsSpan(length).SequenceEqual(samples.AsSpan(0, samples.Length - length)));
}
