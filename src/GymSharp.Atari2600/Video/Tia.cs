namespace GymSharp.Atari2600;

/// <summary>
/// The video half of the TIA. It draws only when it must: before a register changes the picture is brought up to the
/// clock at which the change takes effect, in spans as long as nothing changes.
/// </summary>
/// <remarks>
/// A clock is a third of a processor cycle, counted from the start of the frame's line 0. A line has 228: 68 of blank
/// and 160 pixels. Registers written to take effect some clocks after the instruction; those delays and the odd cases
/// were measured on the reference emulator.
/// </remarks>
internal sealed partial class Tia
{
    /// <summary>Clocks of a line.</summary>
    public const int LineClocks = 228;

    /// <summary>Clocks of a line before its first pixel.</summary>
    public const int BlankClocks = 68;

    private const int Columns = 160;
    private const int Far = -64;
    private readonly Playfield playfield = new();
    private readonly int windowStart;
    private readonly int windowEnd;
    private readonly bool combAllowed;
    private PictureState state;
    private int drawn;
    private int lastHmove;
    private int collisions;

    /// <summary>Prepares a chip that shows some lines of a frame.</summary>
    /// <param name="firstLine">The first one shown.</param>
    /// <param name="lines">How many.</param>
    /// <param name="combAllowed">Whether HMOVE leaves its comb.</param>
    public Tia(int firstLine, int lines, bool combAllowed)
    {
        windowStart = firstLine * LineClocks;
        windowEnd = (firstLine + lines) * LineClocks;
        this.combAllowed = combAllowed;
        cache = new(lines);
        Frame = new byte[lines * Columns];
        OtherFrame = new byte[lines * Columns];
        RowStamps = new long[lines];
        OtherRowStamps = new long[lines];
        Reset();
    }

    /// <summary>The frame being drawn, or last drawn.</summary>
    public byte[] Frame { get; private set; }

    /// <summary>The frame before it; the next one is drawn over it.</summary>
    public byte[] OtherFrame { get; private set; }

    /// <summary>
    /// By row of <see cref="Frame"/>: rows with equal numbers have equal pixels; 0 is a row drawn in pieces, which may
    /// be like any other.
    /// </summary>
    public long[] RowStamps { get; private set; }

    /// <summary>The same of <see cref="OtherFrame"/>.</summary>
    public long[] OtherRowStamps { get; private set; }

    /// <summary>The fifteen collision latches.</summary>
    public int Collisions
    {
        get
        {
            ApplyPending();
            return collisions;
        }
    }

    /// <summary>Where the objects stand.</summary>
    public ObjectPositions Positions
    {
        get
        {
            ApplyPending();
            return new(
                state.Players[0].Position,
                state.Players[1].Position,
                state.Missiles[0].Position,
                state.Missiles[1].Position,
                state.Ball.Position);
        }
    }

    /// <summary>The reset: all registers, positions and latches 0, both frames black.</summary>
    public void Reset()
    {
        state = default;
        (drawn, lastHmove, collisions) = (windowStart, Far, 0);
        ForgetPending();
        Array.Clear(Frame);
        Array.Clear(OtherFrame);
        Array.Clear(RowStamps);
        Array.Clear(OtherRowStamps);
    }

    /// <summary>Starts a frame.</summary>
    /// <param name="shift">The clock of the frame before at which it starts.</param>
    /// <param name="colorLoss">Whether the picture has lost its colour, as PAL does after odd line counts.</param>
    public void StartFrame(int shift, bool colorLoss)
    {
        ApplyPending();
        ForgetPending();
        (Frame, OtherFrame) = (OtherFrame, Frame);
        (RowStamps, OtherRowStamps) = (OtherRowStamps, RowStamps);
        drawn = windowStart;
        lastHmove = Math.Max(lastHmove - shift, Far);
        state.Gray = (byte)(colorLoss ? 1 : 0);
        state.ColorPlayer0 = Colored(state.ColorPlayer0);
        state.ColorPlayer1 = Colored(state.ColorPlayer1);
        state.ColorPlayfield = Colored(state.ColorPlayfield);
        state.ColorBackground = Colored(state.ColorBackground);
    }

    /// <summary>Brings the picture up to the end of a frame.</summary>
    /// <param name="clock">Where the beam is.</param>
    public void EndFrame(int clock)
    {
        ApplyPending();
        DrawTo(clock);
    }

    /// <summary>
    /// The frame's call ended before the frame: what is left of the picture is shown without its colours.
    /// </summary>
    /// <param name="clock">Where the beam is.</param>
    public void FadeRest(int clock)
    {
        ApplyPending();
        int row = Math.Max(0, (clock - windowStart) / LineClocks);
        if (row * Columns < Frame.Length)
        {
            RowStamps.AsSpan(row).Clear();
            foreach (ref byte pixel in Frame.AsSpan(row * Columns))
            {
                pixel = (byte)((pixel & 15) >> 1);
            }
        }
    }

    /// <summary>Reads collision latches.</summary>
    /// <param name="register">0 to 7.</param>
    /// <param name="clock">When.</param>
    /// <returns>Bits 7 and 6.</returns>
    public int ReadCollisions(int register, int clock)
    {
        ApplyPending();
        DrawTo(clock);
        return register switch
        {
            6 => (collisions >> 12 & 1) << 7,
            7 => ((collisions >> 13 & 1) << 7) | ((collisions >> 14 & 1) << 6),
            _ => ((collisions >> (2 * register) & 1) << 7) | ((collisions >> ((2 * register) + 1) & 1) << 6),
        };
    }

    /// <summary>Saves or loads everything but the frames.</summary>
    public void Sync(StateWalker walker)
    {
        ApplyPending();
        walker.Walk(ref state);
        walker.Walk(ref drawn);
        walker.Walk(ref lastHmove);
        walker.Walk(ref collisions);
        ForgetPending();
    }
}
