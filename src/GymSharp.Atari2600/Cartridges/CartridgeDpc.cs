namespace GymSharp.Atari2600;

/// <summary>
/// DPC: David Crane's Display Processor Chip for Pitfall II (1984; US patent 4,644,495). Two banks of 4 KB switch as in
/// F8. Eight data fetchers step through 2 KB of graphics by themselves, one byte a read, and can blank what is outside
/// the lines from their top to their bottom. The last three can hum as square waves instead, for music in three voices
/// while the picture is drawn. A shift register makes random numbers. $1000-$103F reads, $1040-$107F writes.
/// </summary>
/// <param name="image">
/// 10240 bytes or a little more: 8 KB of program, 2 KB of graphics, and what some dumps add.
/// </param>
internal sealed class CartridgeDpc(byte[] image) : BankedCartridge(image, ramSize: 0, startBank: 1)
{
    private const int GraphicsStart = 8192;
    private const int GraphicsSize = 2048;
    private const int FetcherCount = 8;
    private const int FirstVoice = 5;

    // The oscillator and the processor's clock in hertz; the first as measured on the reference emulator.
    private const double OscillatorRate = 15750;
    private const double ProcessorRate = 1193191.66666667;

    // What the three voices give together, by which of them are up.
    private static readonly byte[] Amplitudes = [0x00, 0x04, 0x05, 0x09, 0x06, 0x0A, 0x0B, 0x0F];

    private readonly Fetcher[] fetchers = new Fetcher[FetcherCount];
    private int random = 1;
    private int musicCycles;
    private double musicClocks;

    /// <inheritdoc/>
    public override void Reset(MersenneTwister twister)
    {
        base.Reset(twister);
        Array.Clear(fetchers);
        (random, musicCycles, musicClocks) = (1, 0, 0);
    }

    /// <inheritdoc/>
    public override int Read(int address)
    {
        StepRandom();
        int offset = address & 0x0FFF;
        return offset < 0x40 ? ReadChip(offset >> 3, offset & 7) : base.Read(address);
    }

    /// <inheritdoc/>
    public override void Write(int address, int value)
    {
        int offset = address & 0x0FFF;
        StepRandom();
        if (offset is >= 0x40 and < 0x80)
        {
            WriteChip((offset - 0x40) >> 3, offset & 7, value);
        }
        else
        {
            base.Write(address, value);
        }
    }

    /// <inheritdoc/>
    public override void StartFrame(int shift) => musicCycles -= shift;

    /// <inheritdoc/>
    public override void Sync(StateWalker walker)
    {
        base.Sync(walker);
        walker.Walk(fetchers);
        walker.Walk(ref random);
        walker.Walk(ref musicCycles);
        walker.Walk(ref musicClocks);
    }

    /// <inheritdoc/>
    protected override int Select(int offset, int current) => offset is 0xFF8 or 0xFF9 ? offset - 0xFF8 : -1;

    /// <inheritdoc/>
    protected override void Switch(int to)
    {
        base.Switch(to);
        Map.MapReads(Window, 128, -1);
    }

    private int ReadChip(int function, int index)
    {
        ref Fetcher fetcher = ref fetchers[index];
        fetcher.Compare();
        int data = ImageByte(GraphicsStart + GraphicsSize - 1 - (fetcher.Counter & (GraphicsSize - 1)));
        int masked = data & fetcher.Flag;
        int result = function switch
        {
            0 => index < 4 ? random : Voices(),
            1 => data,
            2 => masked,
            3 => ((masked << 4) | (masked >> 4)) & 0xFF,
            4 => Reverse(masked),
            5 => ((masked >> 1) | (masked << 7)) & 0xFF,
            6 => ((masked << 1) | (masked >> 7)) & 0xFF,
            _ => fetcher.Flag,
        };
        if (!fetcher.IsVoice && (function != 0 || index < 4))
        {
            fetcher.Counter = (fetcher.Counter - 1) & (GraphicsSize - 1);
        }

        return result;
    }

    private void WriteChip(int function, int index, int value)
    {
        ref Fetcher fetcher = ref fetchers[index];
        switch (function)
        {
            case 0:
                fetcher.Top = (byte)value;
                fetcher.Flag = 0;
                break;
            case 1:
                fetcher.Bottom = (byte)value;
                break;
            case 2:
                fetcher.Counter = (fetcher.Counter & 0x700) | (fetcher.IsVoice ? fetcher.Top : value);
                break;
            case 3:
                fetcher.Counter = ((value & 7) << 8) | (fetcher.Counter & 0xFF);
                fetcher.IsVoice = index >= FirstVoice && (value & 0x10) != 0;
                break;
            case 6:
                random = 1;
                break;
        }
    }

    private int Voices()
    {
        StepVoices();
        int up = 0;
        for (int i = FirstVoice; i < FetcherCount; i++)
        {
            if (fetchers[i].IsVoice && fetchers[i].Flag != 0)
            {
                up |= 1 << (i - FirstVoice);
            }
        }

        return Amplitudes[up];
    }

    private void StepVoices()
    {
        int now = Clock();
        double clocks = (OscillatorRate * (now - musicCycles) / ProcessorRate) + musicClocks;
        int whole = (int)clocks;
        musicClocks = clocks - whole;
        musicCycles = now;
        for (int i = FirstVoice; whole > 0 && i < FetcherCount; i++)
        {
            if (fetchers[i].IsVoice)
            {
                fetchers[i].Hum(whole);
            }
        }
    }

    // Shifts left; the new bit is 1 when an even number of bits 7, 5, 4 and 3 are.
    private void StepRandom()
    {
        int bit = ((random >> 7) ^ (random >> 5) ^ (random >> 4) ^ (random >> 3) ^ 1) & 1;
        random = ((random << 1) | bit) & 0xFF;
    }

    private static int Reverse(int value)
    {
        int reversed = 0;
        for (int i = 0; i < 8; i++)
        {
            reversed |= ((value >> i) & 1) << (7 - i);
        }

        return reversed;
    }

    private struct Fetcher
    {
        public int Counter;
        public byte Top;
        public byte Bottom;
        public byte Flag;
        public bool IsVoice;

        // The flag is what the data is masked with: set at the top, cleared at the bottom.
        public void Compare()
        {
            int low = Counter & 0xFF;
            if (low == Top)
            {
                Flag = 0xFF;
            }
            else if (low == Bottom)
            {
                Flag = 0;
            }
        }

        // As a voice the counter runs from top to 0 and starts over; the flag is its square wave.
        public void Hum(int clocks)
        {
            int period = Top + 1;
            int low = Counter & 0xFF;
            if (Top == 0)
            {
                low = 0;
            }
            else
            {
                low -= clocks % period;
                low += low < 0 ? period : 0;
            }

            Flag = (byte)(low <= Bottom ? 0 : low <= Top ? 0xFF : Flag);
            Counter = (Counter & 0x700) | low;
        }
    }
}
