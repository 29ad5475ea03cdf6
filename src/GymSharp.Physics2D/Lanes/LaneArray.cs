using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>Structs of vectors that begin where cache lines do; elsewhere every vector would lie in two.</summary>
internal sealed unsafe class LaneArray<T>
    where T : unmanaged
{
    private const int Alignment = 64;
    private readonly byte[] memory;
    private readonly T* first;

    public LaneArray(int length)
    {
        Length = length;
        memory = GC.AllocateArray<byte>((length * sizeof(T)) + Alignment, pinned: true);
        fixed (byte* start = memory)
        {
            first = (T*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
        }
    }

    public int Length { get; }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            return ref first[index];
        }
    }
}
