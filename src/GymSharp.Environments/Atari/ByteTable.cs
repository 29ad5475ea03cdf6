using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.Atari;

/// <summary>A table of 256 bytes that is looked into 64 times at once.</summary>
internal sealed class ByteTable
{
    /// <summary>Entries.</summary>
    public const int Length = 256;

    /// <summary>Entries that are looked up at once.</summary>
    public const int Lanes = 64;

    private readonly byte[] entries;
    private readonly Vector512<byte> first;
    private readonly Vector512<byte> second;
    private readonly Vector512<byte> third;
    private readonly Vector512<byte> fourth;

    /// <summary>Keeps a table.</summary>
    /// <param name="entries">256 bytes.</param>
    public ByteTable(ReadOnlySpan<byte> entries)
    {
        this.entries = entries[..Length].ToArray();
        first = Vector512.Create(entries);
        second = Vector512.Create(entries[Lanes..]);
        third = Vector512.Create(entries[(2 * Lanes)..]);
        fourth = Vector512.Create(entries[(3 * Lanes)..]);
    }

    /// <summary>Whether this processor has the instructions for <see cref="Look"/>.</summary>
    public static bool IsSupported => Avx512Vbmi.IsSupported;

    /// <summary>One entry.</summary>
    public byte this[byte index] => entries[index];

    /// <summary>Sixty-four entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Look(Vector512<byte> index)
    {
        // The instruction looks at seven bits of the index; the eighth chooses the half.
        Vector512<byte> low = Avx512Vbmi.PermuteVar64x8x2(first, index, second);
        Vector512<byte> high = Avx512Vbmi.PermuteVar64x8x2(third, index, fourth);
        return Vector512.ConditionalSelect(Vector512.LessThan(index.AsSByte(), default).AsByte(), high, low);
    }
}
