using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>Lines drawn before, by the state they began with and what was written during them.</summary>
internal sealed class LineCache
{
    private const int Lines = 512;
    private readonly Line[] lines = new Line[Lines];

    /// <summary>The line of a state and its writes, or the one to keep them in.</summary>
    /// <param name="before">The state the line begins with.</param>
    /// <param name="writes">Clock, register and value of each write.</param>
    /// <param name="found">Whether the line was drawn before.</param>
    public Line Find(in PictureState before, ReadOnlySpan<int> writes, out bool found)
    {
        ref Line slot = ref lines[Hash(before, writes) & (Lines - 1)];
        slot ??= new();
        found = slot.Matches(before, writes);
        if (!found)
        {
            slot.Keep(before, writes);
        }

        return slot;
    }

    private static uint Hash(in PictureState before, ReadOnlySpan<int> writes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(Raw(before));
        ulong a = 0;
        ulong b = 0;
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
        private int[] writes = new int[16];
        private int count = -1;

        /// <summary>The state after it.</summary>
        public PictureState After;

        /// <summary>The latches it sets.</summary>
        public int Collisions;

        /// <summary>Whether it cleared the latches first.</summary>
        public bool ClearsCollisions;

        /// <summary>Its 160 pixels.</summary>
        public byte[] Pixels { get; } = new byte[160];

        /// <summary>Whether this is the line of a state and writes.</summary>
        public bool Matches(in PictureState state, ReadOnlySpan<int> collected) =>
            count == collected.Length && writes.AsSpan(0, count).SequenceEqual(collected)
                && Raw(before).SequenceEqual(Raw(state));

        /// <summary>Becomes the line of a state and writes.</summary>
        public void Keep(in PictureState state, ReadOnlySpan<int> collected)
        {
            before = state;
            count = collected.Length;
            if (writes.Length < count)
            {
                writes = new int[2 * count];
            }

            collected.CopyTo(writes);
        }
    }
}
