namespace GymSharp.Atari2600;

/// <summary>A missile: a bar of one to eight pixels that has its player's copies and colour.</summary>
internal sealed class Missile
{
    // How far left an armed missile drifts at the end of a line, by the counter that has just been raised.
    private static readonly int[] Drifts = [18, 33, 0, 17];

    // The size shown while the counter is 1.
    private static readonly int[] WideSizes = [1, 1, 3, 3];
    private State state;

    /// <summary>Column of the first copy.</summary>
    public int Position
    {
        get => state.Position;
        set => state.Position = value;
    }

    /// <summary>The upper half of the motion register.</summary>
    public int Motion
    {
        get => state.Motion;
        set => state.Motion = value;
    }

    /// <summary>Whether it can be seen.</summary>
    public bool IsShown => state.Enabled && !state.Locked;

    /// <summary>Whether it is hidden in its player.</summary>
    public bool IsLocked => state.Locked;

    /// <summary>Whether it drifts left with each line: the stars of Cosmic Ark.</summary>
    public bool IsDrifting => state.Drifting;

    /// <summary>Whether its pixels are left out on this line of the drift.</summary>
    public bool IsBlinking => state.Drifting && state.Phase == 2;

    /// <summary>Where in <see cref="ObjectMasks.Missiles"/> column 0 is.</summary>
    public int MaskOffset
    {
        get
        {
            int size = state.Drifting && state.Phase == 1 ? WideSizes[state.Size] : state.Size;
            return (((4 * state.Mode) + size) * ObjectMasks.Stride) + ObjectMasks.Center - state.Position;
        }
    }

    /// <summary>Whether a NUSIZ write would change nothing.</summary>
    public bool HoldsNusiz(int value) => state.Mode == (value & 7) && state.Size == ((value >> 4) & 3);

    /// <summary>NUSIZ: copies and size.</summary>
    public void SetNusiz(int value)
    {
        state.Mode = value & 7;
        state.Size = (value >> 4) & 3;
        state.Phase = 0;
    }

    /// <summary>ENAM.</summary>
    public void SetEnabled(bool enabled) => state.Enabled = enabled;

    /// <summary>RESM: a strobe.</summary>
    public void MoveTo(int position)
    {
        state.Position = position;
        state.Phase = 0;
    }

    /// <summary>RESMP: hidden in its player while locked, in its middle when let go.</summary>
    public void SetLocked(bool locked, Player player)
    {
        if (state.Locked && !locked)
        {
            MoveTo(player.Middle);
        }

        state.Locked = locked;
    }

    /// <summary>Starts or ends the drift.</summary>
    public void SetDrifting(bool drifting)
    {
        state.Drifting = drifting;
        state.Counter = 0;
        state.Phase = 0;
    }

    /// <summary>The end of a line: the drift's next step.</summary>
    public void Drift()
    {
        state.Counter = (state.Counter + 1) & 3;
        state.Phase = state.Counter;
        state.Position = (state.Position + 160 - Drifts[state.Counter]) % 160;
    }

    /// <summary>Back to what it is after a reset.</summary>
    public void Reset() => state = default;

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker) => walker.Walk(ref state);

    private struct State
    {
        public int Position;
        public int Mode;
        public int Size;
        public int Motion;
        public int Counter;

        // What the drift does to this line's pixels: the counter, or 0 once NUSIZ or the position was written.
        public int Phase;
        public bool Enabled;
        public bool Locked;
        public bool Drifting;
    }
}
