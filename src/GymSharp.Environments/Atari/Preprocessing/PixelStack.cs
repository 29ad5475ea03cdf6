using System.Runtime.InteropServices;
using GymSharp.State;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>The last pictures of a game, in a ring: a new one overwrites the oldest, nothing is moved.</summary>
/// <param name="count">Pictures.</param>
/// <param name="length">Bytes of each.</param>
internal sealed class PixelStack(int count, int length)
{
    private readonly byte[] planes = new byte[count * length];
    private int newest;

    /// <summary>Blackens all and gives the place of a new picture.</summary>
    public Span<byte> Restart()
    {
        Array.Clear(planes);
        return Push();
    }

    /// <summary>Gives the place of a new picture.</summary>
    public Span<byte> Push()
    {
        newest = (newest + 1) % count;
        return Plane(newest);
    }

    /// <summary>Writes the pictures pixel by pixel, the oldest first.</summary>
    public void CopyTo(Span<byte> observation)
    {
        if (count == 4)
        {
            Interleave(observation);
            return;
        }

        for (int channel = 0; channel < count; channel++)
        {
            Span<byte> plane = Plane((newest + 1 + channel) % count);
            for (int i = 0; i < plane.Length; i++)
            {
                observation[(i * count) + channel] = plane[i];
            }
        }
    }

    /// <summary>Reads or writes the pictures.</summary>
    public void Sync(StateSync sync)
    {
        sync.Sync(planes.AsSpan());
        sync.Sync(ref newest);
        if ((uint)newest >= (uint)count)
        {
            throw new StateFormatException($"The saved state is damaged: picture {newest} of {count}.");
        }
    }

    private Span<byte> Plane(int index) => planes.AsSpan(index * length, length);

    private void Interleave(Span<byte> observation)
    {
        Span<byte> first = Plane((newest + 1) % 4);
        Span<byte> second = Plane((newest + 2) % 4);
        Span<byte> third = Plane((newest + 3) % 4);
        Span<byte> fourth = Plane(newest);
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(observation);
        int i = PixelLanes.Interleave(first, second, third, fourth, observation);
        for (; i < first.Length; i++)
        {
            uint low = first[i] | ((uint)second[i] << 8);
            pixels[i] = low | ((uint)third[i] << 16) | ((uint)fourth[i] << 24);
        }
    }
}
