using System.Numerics.Tensors;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

/// <summary>Observations by slot, kept as float32 or as bytes.</summary>
internal sealed class ObservationStore
{
    private readonly int size;
    private readonly float[] singles = [];
    private readonly byte[] bytes = [];
    private readonly bool asBytes;
    private readonly float scale;

    public ObservationStore(ReplayLayout layout)
    {
        size = layout.ObservationSize;
        scale = layout.ByteScale;
        asBytes = layout.Storage == ObservationStorage.Byte;
        if (asBytes)
        {
            bytes = new byte[layout.Slots * size];
        }
        else
        {
            singles = new float[layout.Slots * size];
        }
    }

    public void Write(int slot, ReadOnlySpan<float> observation)
    {
        if (observation.Length != size)
        {
            throw new ArgumentException(
                $"An observation of this buffer has {size} numbers, got {observation.Length}.", nameof(observation));
        }

        if (!asBytes)
        {
            observation.CopyTo(singles.AsSpan(slot * size, size));
            return;
        }

        Span<byte> target = bytes.AsSpan(slot * size, size);
        float inverse = 1 / scale;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = (byte)((observation[i] * inverse) + 0.5f);
            if (target[i] * scale != observation[i])
            {
                throw new ArgumentException(
                    $"Observations kept as bytes are whole numbers from 0 to 255 times {scale}; number {i} is "
                    + $"{observation[i]}. Keep them as {nameof(ObservationStorage.Single)}.",
                    nameof(observation));
            }
        }
    }

    public void Read(int slot, Span<float> observation)
    {
        if (asBytes)
        {
            TensorPrimitives.ConvertTruncating<byte, float>(bytes.AsSpan(slot * size, size), observation);
            if (scale != 1)
            {
                TensorPrimitives.Multiply(observation, scale, observation);
            }
        }
        else
        {
            singles.AsSpan(slot * size, size).CopyTo(observation);
        }
    }

    /// <summary>Reads or writes the first slots; the others hold nothing.</summary>
    public void SyncState(StateSync sync, int slots)
    {
        sync.Sync(singles.AsSpan(0, asBytes ? 0 : slots * size));
        sync.Sync(bytes.AsSpan(0, asBytes ? slots * size : 0));
    }
}
