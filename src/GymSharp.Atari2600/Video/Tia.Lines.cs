using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Atari2600;

/// <summary>
/// Collects the writes of a line and draws it in one go when the next begins. A line with the same writes in the same
/// state as one drawn before gives the same pixels, collisions and state: most lines of most pictures are those of the
/// frame before.
/// </summary>
internal sealed partial class Tia
{
    private const int MaximumWrites = 40;
    private readonly LineCache cache;
    private readonly int[] writes = new int[MaximumWrites];
    private int writeCount;
    private int lineStart = int.MinValue / 2;

    // Clocks of the present line whose writes are collected: all or none.
    private int collected;
    private bool isRemembering;

    /// <summary>Writes a register.</summary>
    /// <param name="register">0 to 63.</param>
    /// <param name="value">The byte.</param>
    /// <param name="clock">The clock at the end of the writing instruction.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int register, int value, int clock)
    {
        int column = clock - lineStart;
        int[] places = writes;
        int count = writeCount;
        if ((uint)column < (uint)collected && (uint)count < (uint)places.Length)
        {
            places[count] = (column << 16) | (register << 8) | value;
            writeCount = count + 1;
        }
        else
        {
            WriteSlowly(register, value, clock);
        }
    }

    private void WriteSlowly(int register, int value, int clock)
    {
        if ((uint)(clock - lineStart) >= LineClocks)
        {
            CloseLine();
            lineStart = clock - (clock % LineClocks);

            // Pixels that a read of the latches has drawn already are not the cache's to give.
            bool isDirect = clock < windowStart || clock >= windowEnd || drawn > lineStart + BlankClocks;
            collected = isDirect ? 0 : LineClocks;
            if (!isDirect)
            {
                Write(register, value, clock);
                return;
            }
        }

        ApplyPending();
        Apply(register, value, clock);
    }

    // What has been collected takes effect now; the rest of the line is not collected any more.
    private void ApplyPending()
    {
        collected = 0;
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
        collected = 0;
    }

    private void CloseLine()
    {
        if (writeCount > 0)
        {
            DrawTo(lineStart);
            DrawLine(lineStart, writeCount);
            writeCount = 0;
        }
    }

    // A whole line with what has been written during it.
    private void DrawLine(int start, int count)
    {
        int row = (start - windowStart) / LineClocks;
        LineTiming timing = new(
            start == windowStart ? -1 : drawn - start, count == 0 ? Far : Math.Max(lastHmove - start, Far));
        LineCache.Line line = cache.Find(row, state, timing, writes.AsSpan(0, count), out bool found);
        if (!found)
        {
            Remember(line, start, count);
        }

        state = line.After;
        drawn = start + line.TimingAfter.Drawn;
        lastHmove = count == 0 ? lastHmove : start + line.TimingAfter.Hmove;
        collisions = (line.ClearsCollisions ? 0 : collisions) | line.Collisions;
        if (RowStamps[row] != line.Stamp)
        {
            RowStamps[row] = line.Stamp;
            CopyRow(line.Pixels, Frame.AsSpan(row * Columns, Columns));
        }
    }

    // Draws the line and keeps what came of it.
    private void Remember(LineCache.Line line, int start, int count)
    {
        int before = collisions;
        collisions = 0;
        line.ClearsCollisions = false;
        foreach (int write in writes.AsSpan(0, count))
        {
            line.ClearsCollisions |= ((write >> 8) & 0x3F) == TiaRegister.Cxclr;
        }

        isRemembering = true;
        if (count > 0)
        {
            ApplyWrites();
        }

        DrawTo(start + LineClocks);
        isRemembering = false;
        line.Collisions = collisions;
        collisions = before;
        line.After = state;
        line.TimingAfter = new(drawn - start, Math.Max(lastHmove - start, Far));
        CopyRow(this.line, line.Pixels);
    }

    // Not CopyTo, for the reason that LineCache gives.
    private static void CopyRow(byte[] from, Span<byte> to)
    {
        ref byte source = ref MemoryMarshal.GetReference(from.AsSpan(0, Columns));
        ref byte target = ref MemoryMarshal.GetReference(to[..Columns]);
        for (nuint i = 0; i < Columns; i += (nuint)Vector256<byte>.Count)
        {
            Vector256.LoadUnsafe(ref source, i).StoreUnsafe(ref target, i);
        }
    }
}
