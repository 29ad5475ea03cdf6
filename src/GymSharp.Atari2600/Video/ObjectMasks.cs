namespace GymSharp.Atari2600;

/// <summary>
/// Which pixels of a line an object covers, for each way it can be shown. A row begins 160 pixels left of the object
/// and goes round the line's end, so that 32 pixels from column x on are one load at 160 - position + x.
/// </summary>
internal static class ObjectMasks
{
    /// <summary>Bytes of a row.</summary>
    public const int Stride = 352;

    /// <summary>The column of a row at which the object stands.</summary>
    public const int Center = 160;

    private const int Line = 160;
    private static readonly int[][] CopiesOf = [[0], [0, 16], [0, 32], [0, 16, 32], [0, 64], [0], [0, 32, 64], [0]];

    /// <summary>
    /// Rows of players, twice the NUSIZ mode plus 1 without the first copy: the bit of the pattern shown.
    /// </summary>
    public static byte[] Players { get; } = BuildPlayers();

    /// <summary>Rows of missiles and the ball, four times the NUSIZ mode plus the size: all bits or none.</summary>
    public static byte[] Missiles { get; } = BuildMissiles();

    /// <summary>Where the copies of a NUSIZ mode stand.</summary>
    /// <param name="mode">0 to 7.</param>
    public static ReadOnlySpan<int> Copies(int mode) => CopiesOf[mode];

    /// <summary>How many clocks a pixel of a player lasts.</summary>
    /// <param name="mode">0 to 7.</param>
    public static int Scale(int mode) => mode switch
    {
        5 => 2,
        7 => 4,
        _ => 1,
    };

    private static byte[] BuildPlayers()
    {
        byte[] masks = new byte[16 * Stride];
        for (int row = 0; row < 16; row++)
        {
            int mode = row / 2;
            int scale = Scale(mode);
            foreach (int copy in CopiesOf[mode].Skip(row & 1))
            {
                // Wide players are a clock late.
                int first = copy + (scale > 1 ? 1 : 0);
                for (int i = 0; i < 8 * scale; i++)
                {
                    Mark(masks, row, first + i, (byte)(0x80 >> (i / scale)));
                }
            }
        }

        return masks;
    }

    private static byte[] BuildMissiles()
    {
        byte[] masks = new byte[32 * Stride];
        for (int row = 0; row < 32; row++)
        {
            foreach (int copy in CopiesOf[row / 4])
            {
                for (int i = 0; i < 1 << (row & 3); i++)
                {
                    Mark(masks, row, copy + i, 0xFF);
                }
            }
        }

        return masks;
    }

    private static void Mark(byte[] masks, int row, int column, byte bits)
    {
        for (int i = column % Line; i < Stride; i += Line)
        {
            masks[(row * Stride) + i] |= bits;
        }
    }
}
