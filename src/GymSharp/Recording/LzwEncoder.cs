namespace GymSharp.Recording;

/// <summary>The compression of GIF: Lempel, Ziv and Welch's, with codes of growing length, in blocks of 255
/// bytes.</summary>
internal sealed class LzwEncoder
{
    private const int MaximumCodes = 4096;
    private const int Slots = 8192;

    // One entry per known string: its prefix's code and last byte, found by hashing; -1 is free.
    private readonly int[] keys = new int[Slots];
    private readonly short[] codes = new short[Slots];
    private readonly byte[] block = new byte[256];
    private int blockLength;
    private uint bits;
    private int bitCount;
    private Stream target = Stream.Null;

    /// <summary>Writes one picture's data: the code size, the blocks, and the empty block that ends them.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="indices">Colour numbers, all below 2 to the power of <paramref name="depth"/>.</param>
    /// <param name="depth">Bits per colour number, 2 to 8.</param>
    public void Encode(Stream stream, ReadOnlySpan<byte> indices, int depth)
    {
        target = stream;
        stream.WriteByte((byte)depth);
        int clear = 1 << depth;
        int size = depth + 1;
        int next = StartTable(clear);
        Emit(clear, size);
        int prefix = indices[0];
        foreach (byte value in indices[1..])
        {
            int key = (prefix << 8) | value;
            int slot = Slot(key);
            if (keys[slot] == key)
            {
                prefix = codes[slot];
                continue;
            }

            Emit(prefix, size);
            prefix = value;
            if (next == MaximumCodes)
            {
                Emit(clear, size);
                next = StartTable(clear);
                size = depth + 1;
                continue;
            }

            size = next == 1 << size ? size + 1 : size;
            keys[slot] = key;
            codes[slot] = (short)next++;
        }

        Emit(prefix, size);
        size = next == 1 << size && size < 12 ? size + 1 : size;
        Emit(clear + 1, size);
        Finish();
    }

    private int StartTable(int clear)
    {
        keys.AsSpan().Fill(-1);
        return clear + 2;
    }

    private int Slot(int key)
    {
        int slot = (int)((uint)(key * -1640531535) >> 19);
        while (keys[slot] != key && keys[slot] >= 0)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        return slot;
    }

    private void Emit(int code, int size)
    {
        bits |= (uint)code << bitCount;
        bitCount += size;
        while (bitCount >= 8)
        {
            EmitByte();
        }
    }

    private void EmitByte()
    {
        block[++blockLength] = (byte)bits;
        bits >>= 8;
        bitCount = Math.Max(0, bitCount - 8);
        if (blockLength == 255)
        {
            EmitBlock();
        }
    }

    private void EmitBlock()
    {
        block[0] = (byte)blockLength;
        target.Write(block, 0, blockLength + 1);
        blockLength = 0;
    }

    private void Finish()
    {
        if (bitCount > 0)
        {
            EmitByte();
        }

        if (blockLength > 0)
        {
            EmitBlock();
        }

        target.WriteByte(0);
        target = Stream.Null;
    }
}
