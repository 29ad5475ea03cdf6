namespace GymSharp.Recording;

/// <summary>Numbers the colours of a picture in the order in which they first appear, up to a limit.</summary>
internal sealed class ColorTable
{
    // Open addressing; at most 256 of 1024 slots are taken.
    private const int Slots = 1024;

    private readonly int[] keys = new int[Slots];
    private readonly short[] numbers = new short[Slots];
    private readonly byte[] colors = new byte[256 * 3];

    public ColorTable()
    {
        Clear();
    }

    /// <summary>How many colours there are.</summary>
    public int Count { get; private set; }

    /// <summary>The colours as RGB bytes.</summary>
    public ReadOnlySpan<byte> Colors => colors.AsSpan(0, Count * 3);

    public void Clear()
    {
        keys.AsSpan().Fill(-1);
        Count = 0;
    }

    /// <summary>Replaces the colours by up to 256 others, which must differ.</summary>
    public void Set(ReadOnlySpan<byte> rgb)
    {
        Clear();
        for (int i = 0; i + 2 < rgb.Length; i += 3)
        {
            Add(rgb[i], rgb[i + 1], rgb[i + 2], 256);
        }
    }

    /// <summary>The number of a colour, or -1 if it is not in the table.</summary>
    public int Find(byte red, byte green, byte blue)
    {
        int key = (red << 16) | (green << 8) | blue;
        int slot = Slot(key);
        return keys[slot] == key ? numbers[slot] : -1;
    }

    /// <summary>The number of a colour, new if need be; -1 if there are <paramref name="limit"/> others
    /// already.</summary>
    public int Add(byte red, byte green, byte blue, int limit)
    {
        int key = (red << 16) | (green << 8) | blue;
        int slot = Slot(key);
        if (keys[slot] == key)
        {
            return numbers[slot];
        }

        if (Count >= limit)
        {
            return -1;
        }

        keys[slot] = key;
        numbers[slot] = (short)Count;
        colors[Count * 3] = red;
        colors[(Count * 3) + 1] = green;
        colors[(Count * 3) + 2] = blue;
        return Count++;
    }

    /// <summary>Numbers every pixel of a picture.</summary>
    /// <returns>Whether all colours found room; otherwise the indices mean nothing.</returns>
    public bool TryIndex(ReadOnlySpan<byte> rgb, Span<byte> indices)
    {
        int previous = -1;
        int number = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            int key = (rgb[i * 3] << 16) | (rgb[(i * 3) + 1] << 8) | rgb[(i * 3) + 2];
            if (key != previous)
            {
                number = Add(rgb[i * 3], rgb[(i * 3) + 1], rgb[(i * 3) + 2], 256);
                previous = key;
                if (number < 0)
                {
                    return false;
                }
            }

            indices[i] = (byte)number;
        }

        return true;
    }

    private int Slot(int key)
    {
        int slot = (int)((uint)(key * -1640531535) >> 22);
        while (keys[slot] != key && keys[slot] >= 0)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        return slot;
    }
}
