using GymSharp.Neural.Memory;

namespace GymSharp.Neural.Threading;

/// <summary>
/// Results that every member of a team computes for itself: where that takes less time than to fetch them from another
/// core. The calling thread has the one in its place, the others have copies of their own.
/// </summary>
/// <remarks>A member keeps its last few copies; who finds none reads what the calling thread computed.</remarks>
internal static unsafe class PrivateCopies
{
    private const int Kept = 4;

    [ThreadStatic]
    private static Copy[]? copies;

    [ThreadStatic]
    private static int next;

    private static long last;

    /// <summary>A number for a new result, above 0.</summary>
    public static long NewNumber() => Interlocked.Increment(ref last);

    /// <summary>Room for this thread's copy of a result.</summary>
    /// <param name="length">Elements.</param>
    /// <param name="number">Number of the result.</param>
    public static float* Make(int length, long number)
    {
        copies ??= new Copy[Kept];
        ref Copy copy = ref copies[next];
        next = (next + 1) % Kept;
        if (copy.Memory is null || copy.Memory.Length < length)
        {
            copy.Memory?.Dispose();
            copy.Memory = new AlignedBuffer(length);
        }

        copy.Number = number;
        return copy.Memory.Pointer;
    }

    /// <summary>This thread's copy of a result, or the result itself.</summary>
    /// <param name="original">The result.</param>
    /// <param name="number">Its number; 0 where there are no copies.</param>
    public static float* Of(float* original, long number)
    {
        if (number != 0 && copies is { } known)
        {
            foreach (ref Copy copy in known.AsSpan())
            {
                if (copy.Number == number)
                {
                    return copy.Memory!.Pointer;
                }
            }
        }

        return original;
    }

    private struct Copy
    {
        public AlignedBuffer? Memory;
        public long Number;
    }
}
