namespace GymSharp.Atari2600;

/// <summary>The twenty playfield bits, spread over a line: a byte of all ones or none for each pixel.</summary>
internal sealed class Playfield
{
    private const int Half = 80;

    // Eight bits as 32 pixels, bit 7 first, and bit 0 first.
    private static readonly byte[] HighFirst = Spread(7, -1);
    private static readonly byte[] LowFirst = Spread(0, 1);

    private readonly int[] registers = new int[3];
    private bool mirrored;

    /// <summary>A byte for each of 160 pixels, and some more to load from.</summary>
    public byte[] Pixels { get; } = new byte[192];

    /// <summary>Whether any bit is set.</summary>
    public bool IsEmpty => ((registers[0] & 0xF0) | registers[1] | registers[2]) == 0;

    /// <summary>Whether the right half mirrors the left one rather than repeating it.</summary>
    public bool IsMirrored
    {
        get => mirrored;
        set
        {
            if (mirrored != value)
            {
                mirrored = value;
                Lay();
            }
        }
    }

    /// <summary>Whether a write would change nothing.</summary>
    public bool Holds(int index, int value) => registers[index] == value;

    /// <summary>Writes PF0, PF1 or PF2.</summary>
    public void Write(int index, int value)
    {
        registers[index] = value;
        Lay();
    }

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker state)
    {
        state.Walk(registers);
        state.Walk(ref mirrored);
        if (state.IsReading)
        {
            Lay();
        }
    }

    private void Lay()
    {
        int pf0 = registers[0] >> 4;
        Put(LowFirst, pf0, 0, 16);
        Put(HighFirst, registers[1], 16, 32);
        Put(LowFirst, registers[2], 48, 32);
        if (mirrored)
        {
            Put(HighFirst, registers[2], Half, 32);
            Put(LowFirst, registers[1], Half + 32, 32);
            Put(HighFirst, registers[0] & 0xF0, Half + 64, 16);
        }
        else
        {
            Pixels.AsSpan(0, Half).CopyTo(Pixels.AsSpan(Half));
        }
    }

    private void Put(byte[] table, int bits, int column, int count) =>
        table.AsSpan(32 * bits, count).CopyTo(Pixels.AsSpan(column));

    private static byte[] Spread(int first, int step)
    {
        byte[] table = new byte[256 * 32];
        for (int i = 0; i < table.Length; i++)
        {
            int bit = first + (step * (i % 32 / 4));
            table[i] = (byte)(((i / 32) >> bit & 1) == 0 ? 0 : 0xFF);
        }

        return table;
    }
}
