namespace GymSharp.Neural.Memory;

/// <summary>
/// Memory that is handed out piece by piece and taken back all at once. After the first rounds it has grown to what a
/// round needs and asks the system for nothing more.
/// </summary>
internal sealed unsafe class Arena : IDisposable
{
    private const int SmallestChunk = 1 << 16;

    private readonly List<AlignedBuffer> chunks = [];
    private int chunk;
    private int used;

    /// <summary>Elements handed out since the last reset, padding included.</summary>
    public long Taken { get; private set; }

    /// <summary>Hands out memory, aligned to 64 bytes; its content is whatever was there.</summary>
    /// <param name="length">Number of elements.</param>
    public float* Take(int length)
    {
        int padded = AlignedBuffer.Padded(length);
        while (chunk < chunks.Count && used + padded > chunks[chunk].Length)
        {
            chunk++;
            used = 0;
        }

        if (chunk == chunks.Count)
        {
            int last = chunks.Count == 0 ? 0 : chunks[^1].Length;
            chunks.Add(new AlignedBuffer(Math.Max(Math.Max(SmallestChunk, last), padded)));
        }

        float* memory = chunks[chunk].Pointer + used;
        used += padded;
        Taken += padded;
        return memory;
    }

    /// <summary>Takes everything back.</summary>
    public void Reset()
    {
        chunk = 0;
        used = 0;
        Taken = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AlignedBuffer buffer in chunks)
        {
            buffer.Dispose();
        }

        chunks.Clear();
    }
}
