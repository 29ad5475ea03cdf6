namespace GymSharp.Mujoco.Native;

/// <summary>An array in native memory whose address and length do not change.</summary>
/// <param name="first">The first element.</param>
/// <param name="length">The number of elements.</param>
internal readonly unsafe struct NativeArray<T>(T* first, int length)
    where T : unmanaged
{
    /// <summary>The elements.</summary>
    public Span<T> Span => new(first, length);
}
