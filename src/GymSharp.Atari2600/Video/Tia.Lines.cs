namespace GymSharp.Atari2600;

/// <summary>
/// Collects the writes of a line and draws it in one go when the next begins. A line with the same writes in the same
/// state as one drawn before gives the same pixels, collisions and state: most lines of most pictures are found among
/// those of the frame before.
/// </summary>
internal sealed partial class Tia
{
    private const int MaximumWrites = 40;
    private readonly LineCache cache = new();
    private readonly int[] writes = new int[MaximumWrites];
    private int writeCount;
    private int lineStart = int.MinValue / 2;
    private bool isDirect;

    /// <summary>Writes a register.</summary>
    /// <param name="register">0 to 63.</param>
    /// <param name="value">The byte.</param>
    /// <param name="clock">The clock at the end of the writing instruction.</param>
    public void Write(int register, int value, int clock)
    {
        if ((uint)(clock - lineStart) >= LineClocks)
        {
            CloseLine();
            lineStart = clock - (clock % LineClocks);

            // Pixels that a read of the latches has drawn already are not the cache's to give.
            isDirect = clock < windowStart || clock >= windowEnd || drawn > lineStart + BlankClocks;
        }

        if (isDirect || writeCount == MaximumWrites)
        {
            ApplyPending();
            Apply(register, value, clock);
        }
        else
        {
            writes[writeCount++] = ((clock - lineStart) << 16) | (register << 8) | value;
        }
    }

    // What has been collected takes effect now; the rest of the line is not collected any more.
    private void ApplyPending()
    {
        isDirect = true;
        ApplyWrites();
    }

    private void ApplyWrites()
    {
        int count = writeCount;
        writeCount = 0;
        for (int i = 0; i < count; i++)
        {
            int write = writes[i];
            Apply((write >> 8) & 0x3F, write & 0xFF, lineStart + (write >> 16));
        }
    }

    private void ForgetPending()
    {
        writeCount = 0;
        lineStart = int.MinValue / 2;
        isDirect = true;
    }

    private void CloseLine()
    {
        if (writeCount == 0)
        {
            return;
        }

        DrawTo(lineStart);
        state.Drawn = (short)(lineStart == windowStart ? -1 : drawn - lineStart);
        state.LastHmove = (short)Math.Max(lastHmove - lineStart, Far);
        Span<int> collected = writes.AsSpan(0, writeCount);
        LineCache.Line line = cache.Find(state, collected, out bool found);
        if (!found)
        {
            Remember(line);
        }

        state = line.After;
        drawn = lineStart + state.Drawn;
        lastHmove = lineStart + state.LastHmove;
        collisions = (line.ClearsCollisions ? 0 : collisions) | line.Collisions;
        writeCount = 0;
        if (Drawing)
        {
            line.Pixels.AsSpan().CopyTo(Frame.AsSpan((lineStart - windowStart) / LineClocks * Columns));
        }
    }

    // Draws the line and keeps what came of it.
    private void Remember(LineCache.Line line)
    {
        int before = collisions;
        collisions = 0;
        line.ClearsCollisions = false;
        foreach (int write in writes.AsSpan(0, writeCount))
        {
            line.ClearsCollisions |= ((write >> 8) & 0x3F) == TiaRegister.Cxclr;
        }

        ApplyWrites();
        DrawTo(lineStart + LineClocks);
        line.Collisions = collisions;
        collisions = before;
        line.After = state;
        line.After.Drawn = (short)(drawn - lineStart);
        line.After.LastHmove = (short)Math.Max(lastHmove - lineStart, Far);
        this.line.AsSpan(0, Columns).CopyTo(line.Pixels);
    }
}
