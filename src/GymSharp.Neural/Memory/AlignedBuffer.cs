using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Neural.Memory;

/// <summary>Float32 numbers outside the garbage collector's heap, aligned to 64 bytes.</summary>
/// <remarks>
/// Kernels load whole vectors and drop the lanes they do not need, so a buffer has <see cref="Slack"/> more bytes than
/// its length says, and every part of it that is handed out begins on a 64-byte boundary.
/// </remarks>
internal sealed unsafe class AlignedBuffer : IDisposable
{
    /// <summary>Alignment in bytes; a cache line and the widest vector.</summary>
    public const int Alignment = 64;

    /// <summary>Bytes after the end that may be read.</summary>
    public const int Slack = 512;

    /// <summary>Elements of a unit of alignment.</summary>
    public const int Granule = Alignment / sizeof(float);

    private float* pointer;

    /// <summary>Takes memory and clears it.</summary>
    /// <param name="length">Number of elements.</param>
    public AlignedBuffer(int length)
    {
        Length = length;
        nuint bytes = ((nuint)length * sizeof(float)) + Slack;
        pointer = (float*)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(pointer, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

#pragma warning disable MA0055 // Nobody else frees this memory when the owner of a network forgets to dispose it.
    ~AlignedBuffer() => Free();
#pragma warning restore MA0055

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The first element.</summary>
    public float* Pointer => pointer;

    /// <summary>The elements.</summary>
    public Span<float> Span => new(pointer, Length);

    /// <summary>The number of elements rounded up so that what follows is aligned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padded(int length) => (length + Granule - 1) / Granule * Granule;

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (pointer != null)
        {
            NativeMemory.AlignedFree(pointer);
            GC.RemoveMemoryPressure(((long)Length * sizeof(float)) + Slack);
            pointer = null;
        }
    }
}
