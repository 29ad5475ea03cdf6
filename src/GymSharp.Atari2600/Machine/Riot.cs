namespace GymSharp.Atari2600;

/// <summary>
/// The timer of the 6532 RIOT. Its memory is part of the machine's, its ports are <see cref="Controls"/>.
/// </summary>
/// <remarks>
/// The timer counts down once per interval until it passes zero, and then once per cycle. The value is worked out from
/// the cycle count when a program asks. What it reads after the end depends on whether it was read since: the
/// formulas are those observed on the reference emulator.
/// </remarks>
internal sealed class Riot
{
    private static readonly int[] Shifts = [0, 3, 6, 10];
    private State state;

    /// <summary>The reset: the timer runs from a value, 64 cycles a step.</summary>
    /// <param name="timer">The value.</param>
    public void Reset(int timer) => state = new() { Timer = timer, Shift = 6 };

    /// <summary>The cycle count started again.</summary>
    /// <param name="shift">How many cycles ago the old count began.</param>
    public void StartFrame(int shift)
    {
        state.Written -= shift;
        state.Marked -= shift;
    }

    /// <summary>Starts the timer.</summary>
    /// <param name="interval">0 to 3: 1, 8, 64 or 1024 cycles.</param>
    /// <param name="value">Intervals to count.</param>
    /// <param name="cycles">Now.</param>
    public void Start(int interval, int value, int cycles) =>
        state = state with { Timer = value, Shift = Shifts[interval], Written = cycles, IsMarked = false };

    /// <summary>INTIM.</summary>
    /// <param name="cycles">Now.</param>
    public int ReadTimer(int cycles)
    {
        int elapsed = cycles - 1 - state.Written;
        int left = state.Timer - (elapsed >> state.Shift) - 1;
        if (left >= 0)
        {
            return left;
        }

        int whole = state.Timer << state.Shift;
        int over = whole - elapsed - 1;
        if (over <= -2 && !state.IsMarked)
        {
            state.IsMarked = true;
            state.Marked = cycles;
        }

        return 0xFF & (state.IsMarked
            ? state.Timer - (elapsed >> state.Shift) - (state.Marked - state.Written - whole)
            : over);
    }

    /// <summary>
    /// Cycles until a read gives zero; 0 if the timer has run out, or counts so fast that a loop could miss it.
    /// </summary>
    /// <param name="cycles">Now.</param>
    public int CyclesToZero(int cycles)
    {
        int first = state.Written + 1 + ((state.Timer - 1) << state.Shift);
        return state.Shift < 3 || state.Timer == 0 ? 0 : Math.Max(0, first - cycles);
    }

    /// <summary>TIMINT: bit 7 once the timer has ended.</summary>
    /// <param name="cycles">Now.</param>
    public int ReadStatus(int cycles)
    {
        int left = state.Timer - ((cycles - 1 - state.Written) >> state.Shift) - 1;
        return left < 0 && !state.IsMarked ? 0x80 : 0;
    }

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker) => walker.Walk(ref state);

    private struct State
    {
        public int Timer;
        public int Shift;
        public int Written;
        public int Marked;
        public bool IsMarked;
    }
}
