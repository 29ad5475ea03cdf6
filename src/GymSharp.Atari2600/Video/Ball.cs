namespace GymSharp.Atari2600;

/// <summary>The ball: a bar of one to eight pixels in the playfield's colour.</summary>
internal sealed class Ball
{
    private State state;

    /// <summary>Its column.</summary>
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

    /// <summary>CTRLPF bits 4 and 5: 1, 2, 4 or 8 pixels.</summary>
    public int Size
    {
        get => state.Size;
        set => state.Size = value;
    }

    /// <summary>Whether it can be seen.</summary>
    public bool IsShown => state.Delayed ? state.OldEnabled : state.Enabled;

    /// <summary>Where in <see cref="ObjectMasks.Missiles"/> column 0 is.</summary>
    public int MaskOffset => (state.Size * ObjectMasks.Stride) + ObjectMasks.Center - state.Position;

    /// <summary>ENABL.</summary>
    public void SetEnabled(bool enabled) => state.Enabled = enabled;

    /// <summary>VDELBL.</summary>
    public void SetDelayed(bool delayed) => state.Delayed = delayed;

    /// <summary>GRP1 was written: the delayed ball follows the present one.</summary>
    public void Latch() => state.OldEnabled = state.Enabled;

    /// <summary>Back to what it is after a reset.</summary>
    public void Reset() => state = default;

    /// <summary>Saves or loads.</summary>
    public void Sync(StateWalker walker) => walker.Walk(ref state);

    private struct State
    {
        public int Position;
        public int Size;
        public int Motion;
        public bool Enabled;
        public bool OldEnabled;
        public bool Delayed;
    }
}
