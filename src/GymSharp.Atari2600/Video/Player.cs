namespace GymSharp.Atari2600;

/// <summary>A player: an eight-pixel pattern shown once or up to three times.</summary>
internal sealed class Player
{
    private static readonly byte[] Reversed = BuildReversed();
    private State state;

    /// <summary>Column of the first copy.</summary>
    public int Position
    {
        get => state.Position;
        set => state.Position = value;
    }

    /// <summary>NUSIZ mode, 0 to 7.</summary>
    public int Mode => state.Mode;

    /// <summary>The pattern as it is shown now; 0 is invisible.</summary>
    public byte Shown { get; private set; }

    /// <summary>Whether the first copy is left out until the end of the line, as after a strobe of its position.</summary>
    public bool FirstHidden
    {
        get => state.FirstHidden;
        set => state.FirstHidden = value;
    }

    /// <summary>The upper half of the motion register.</summary>
    public int Motion
    {
        get => state.Motion;
        set => state.Motion = value;
    }

    /// <summary>Where in <see cref="ObjectMasks.Players"/> column 0 is.</summary>
    public int MaskOffset => (((2 * state.Mode) + (state.FirstHidden ? 1 : 0)) * ObjectMasks.Stride)
        + ObjectMasks.Center - state.Position;

    /// <summary>Where the missile goes that is locked to the player.</summary>
    public int Middle => (state.Position + (4 * ObjectMasks.Scale(state.Mode))) % 160;

    /// <summary>Whether a NUSIZ write would change nothing.</summary>
    public bool HoldsMode(int mode) => state.Mode == mode && !state.FirstHidden;

    /// <summary>NUSIZ: the copies.</summary>
    public void SetMode(int mode)
    {
        state.Mode = mode;
        state.FirstHidden = false;
    }

    /// <summary>GRP: the pattern.</summary>
    public void SetPattern(int pattern)
    {
        state.Pattern = (byte)pattern;
        Show();
    }

    /// <summary>The other player's pattern was written: the delayed pattern follows the present one.</summary>
    public void Latch()
    {
        state.OldPattern = state.Pattern;
        Show();
    }

    /// <summary>REFP: reflection.</summary>
    public void SetReflected(bool reflected)
    {
        state.Reflected = reflected;
        Show();
    }

    /// <summary>VDELP: vertical delay.</summary>
    public void SetDelayed(bool delayed)
    {
        state.Delayed = delayed;
        Show();
    }

    /// <summary>Back to what it is after a reset.</summary>
    public void Reset()
    {
        state = default;
        Show();
    }

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker)
    {
        walker.Walk(ref state);
        Show();
    }

    private void Show()
    {
        byte pattern = state.Delayed ? state.OldPattern : state.Pattern;
        Shown = state.Reflected ? Reversed[pattern] : pattern;
    }

    private static byte[] BuildReversed()
    {
        byte[] reversed = new byte[256];
        for (int i = 0; i < 2048; i++)
        {
            reversed[i / 8] |= (byte)((i >> 3 >> (i & 7) & 1) << (7 - (i & 7)));
        }

        return reversed;
    }

    private struct State
    {
        public int Position;
        public int Mode;
        public int Motion;
        public byte Pattern;
        public byte OldPattern;
        public bool Reflected;
        public bool Delayed;
        public bool FirstHidden;
    }
}
