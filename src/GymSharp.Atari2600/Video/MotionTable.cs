namespace GymSharp.Atari2600;

/// <summary>How far HMOVE moves an object, by the cycle of the line at which it is strobed.</summary>
/// <remarks>
/// HMOVE stuffs extra clocks into the objects' counters, one every four clocks, until a comparator that counts along
/// meets the motion register. In the horizontal blank, where the counters stand, each clock moves an object left, and
/// the blank lasts eight clocks longer to make up for the middle of the range. A strobe later in the blank loses its
/// last clocks; one near the end of a line is still busy when the next line's blank begins.
/// </remarks>
internal static class MotionTable
{
    private const int LastEarly = 20;
    private const int FirstLate = 55;
    private const int NextLine = 75;
    private static readonly sbyte[] Moves = Build();

    /// <summary>Change of a position: positive is right.</summary>
    /// <param name="cycle">Cycle of the line, 0 to 75.</param>
    /// <param name="motion">The upper half of a motion register, 0 to 15.</param>
    public static int Move(int cycle, int motion) => Moves[(16 * cycle) + motion];

    /// <summary>
    /// Whether the strobe lengthens the next blank: its eight clocks show as a black comb at the left.
    /// </summary>
    /// <param name="cycle">Cycle of the line, 0 to 75.</param>
    public static bool LengthensBlank(int cycle) => cycle is <= LastEarly or NextLine;

    private static sbyte[] Build()
    {
        sbyte[] moves = new sbyte[76 * 16];
        for (int i = 0; i < moves.Length; i++)
        {
            moves[i] = (sbyte)Compute(i / 16, i % 16);
        }

        return moves;
    }

    private static int Compute(int cycle, int motion)
    {
        int move = motion < 8 ? -motion : 16 - motion;
        return cycle switch
        {
            <= LastEarly => Math.Max(move, (((3 * cycle) + 1) / 4) - 9),
            NextLine => move,
            >= FirstLate => Math.Min(0, move + 6 - (((3 * (cycle - FirstLate)) + 2) / 4)),
            _ => 0,
        };
    }
}
