using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Atari2600;

/// <summary>
/// Lines drawn before, by the state they began with and what was written during them. The line that stood in the same
/// row a frame ago is tried first, then those of the same hash.
/// </summary>
/// <param name="rows">Rows of the picture.</param>
internal sealed class LineCache(int rows)
{
    private const int Slots = 1024;
    private readonly Line[] lines = new Line[Slots];
    private readonly Line?[] byRow = new Line?[rows];
    private long lastStamp;

    /// <summary>The line of a state and its writes, or the one to keep them in.</summary>
    /// <param name="row">Where it is shown.</param>
    /// <param name="state">The state the line begins with.</param>
    /// <param name="timing">How far it is drawn and when HMOVE was strobed, in clocks from its start.</param>
    /// <param name="writes">Clock, register and value of each write.</param>
    /// <param name="found">Whether the line was drawn before.</param>
    public Line Find(
        int row, in PictureState state, LineTiming timing, ReadOnlySpan<int> writes, out bool found)
    {
        Line? guess = byRow[row];
        if (guess is not null && guess.Matches(state, timing, writes))
        {
            found = true;
            return guess;
        }

        ref Line slot = ref lines[Hash(state, timing, writes) & (Slots - 1)];
        slot ??= new();
        byRow[row] = slot;
        found = slot.Matches(state, timing, writes);
        if (!found)
        {
            slot.Keep(state, timing, writes, ++lastStamp);
        }

        return slot;
    }

    private static uint Hash(in PictureState state, LineTiming timing, ReadOnlySpan<int> writes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(Raw(state));
        ulong a = (uint)timing.Drawn;
        ulong b = (uint)timing.Hmove;
        for (int i = 0; i < words.Length; i += 2)
        {
            a = (a ^ words[i]) * 0x9E3779B97F4A7C15;
            b = (b ^ words[i + 1]) * 0xC2B2AE3D27D4EB4F;
        }

        foreach (int write in writes)
        {
            a = (a + (uint)write) * 0x9E3779B97F4A7C15;
        }

        a ^= b >> 17;
        return (uint)((a ^ (a >> 29)) * 0xBF58476D1CE4E5B9 >> 40);
    }

    private static ReadOnlySpan<byte> Raw(in PictureState state) =>
        MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in state, 1));

    /// <summary>A line and what came of it.</summary>
    internal sealed class Line
    {
        private PictureState before;
        private LineTiming timing;
        private int[] writes = new int[16];
        private int count = -1;

        /// <summary>The state after it.</summary>
        public PictureState After;

        /// <summary>How far the picture is drawn after it, and when HMOVE was strobed last.</summary>
        public LineTiming TimingAfter;

        /// <summary>The latches it sets.</summary>
        public int Collisions;

        /// <summary>Whether it cleared the latches first.</summary>
        public bool ClearsCollisions;

        /// <summary>Its 160 pixels.</summary>
        public byte[] Pixels { get; } = new byte[160];

        /// <summary>Tells its pixels from those of other lines: they have other numbers.</summary>
        public long Stamp { get; private set; }

        /// <summary>Whether this is the line of a state and writes.</summary>
        public bool Matches(in PictureState state, LineTiming begun, ReadOnlySpan<int> collected) =>
            count == collected.Length && timing == begun
                && Vector512.EqualsAll(Bits(before), Bits(state))
                && AreSame(writes.AsSpan(0, count), collected);

        /// <summary>Becomes the line of a state and writes.</summary>
        public void Keep(in PictureState state, LineTiming begun, ReadOnlySpan<int> collected, long stamp)
        {
            before = state;
            timing = begun;
            Stamp = stamp;
            count = collected.Length;
            if (writes.Length < count)
            {
                writes = new int[2 * count];
            }

            for (int i = 0; i < count; i++)
            {
                writes[i] = collected[i];
            }
        }

        // Not SequenceEqual: where that is precompiled code without AVX, a processor whose wide registers are in use
        // takes as long to change over as for the rest of the line.
        private static bool AreSame(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
        {
            ref int left = ref MemoryMarshal.GetReference(a);
            ref int right = ref MemoryMarshal.GetReference(b);
            int i = 0;
            for (; i <= a.Length - Vector256<int>.Count; i += Vector256<int>.Count)
            {
                if (Vector256.LoadUnsafe(ref left, (nuint)i) != Vector256.LoadUnsafe(ref right, (nuint)i))
                {
                    return false;
                }
            }

            for (; i < a.Length; i++)
            {
                if (a[i] != b[i])
                {
                    return false;
                }
            }

            return true;
        }

        private static Vector512<byte> Bits(in PictureState state) => Vector512.LoadUnsafe(
            ref MemoryMarshal.GetReference(Raw(state)));
    }
}
