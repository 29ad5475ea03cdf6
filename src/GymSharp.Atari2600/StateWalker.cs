using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GymSharp.Atari2600;

/// <summary>Saves the parts of a machine, or loads them, through the same calls.</summary>
internal sealed class StateWalker
{
    private byte[] bytes = new byte[1024];
    private int position;

    /// <summary>Whether parts are being loaded.</summary>
    public bool IsReading { get; private set; }

    /// <summary>Whether everything saved was loaded.</summary>
    public bool IsAtEnd => position == bytes.Length;

    /// <summary>Starts to save.</summary>
    public static StateWalker ForWriting() => new();

    /// <summary>Starts to load.</summary>
    /// <exception cref="FormatException">The bytes were changed.</exception>
    public static StateWalker ForReading(ReadOnlySpan<byte> saved)
    {
        if (saved.Length < sizeof(ulong)
            || BinaryPrimitives.ReadUInt64LittleEndian(saved[^sizeof(ulong)..]) != Checksum(saved[..^sizeof(ulong)]))
        {
            throw Damaged();
        }

        return new() { IsReading = true, bytes = saved[..^sizeof(ulong)].ToArray() };
    }

    /// <summary>What was saved, and a checksum.</summary>
    public byte[] ToArray()
    {
        byte[] saved = new byte[position + sizeof(ulong)];
        bytes.AsSpan(0, position).CopyTo(saved);
        BinaryPrimitives.WriteUInt64LittleEndian(saved.AsSpan(position), Checksum(saved.AsSpan(0, position)));
        return saved;
    }

    /// <summary>A number, a flag or a structure of them.</summary>
    public void Walk<T>(ref T value)
        where T : unmanaged => Walk(MemoryMarshal.CreateSpan(ref value, 1));

    /// <summary>An array, whose length is not part of the state.</summary>
    public void Walk<T>(T[] values)
        where T : unmanaged => Walk(values.AsSpan());

    /// <summary>A run of memory, whose length is not part of the state.</summary>
    public void Walk<T>(Span<T> values)
        where T : unmanaged
    {
        Span<byte> raw = MemoryMarshal.AsBytes(values);
        if (IsReading)
        {
            if (bytes.Length - position < raw.Length)
            {
                throw Damaged();
            }

            bytes.AsSpan(position, raw.Length).CopyTo(raw);
        }
        else
        {
            if (bytes.Length - position < raw.Length)
            {
                Array.Resize(ref bytes, Math.Max(2 * bytes.Length, position + raw.Length));
            }

            raw.CopyTo(bytes.AsSpan(position));
        }

        position += raw.Length;
    }

    /// <summary>A number that has to be what it was: it tells one cartridge's state from another's.</summary>
    /// <exception cref="FormatException">It is another.</exception>
    public void Expect(ulong value)
    {
        ulong found = value;
        Walk(ref found);
        if (found != value)
        {
            throw new FormatException(
                "The saved state is of another cartridge or another version. Restore it where it was saved.");
        }
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037UL;
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash;
    }

    private static FormatException Damaged() => new(
        "The saved state is damaged. Use the bytes exactly as AtariConsole.Save gave them, with the same version.");
}
