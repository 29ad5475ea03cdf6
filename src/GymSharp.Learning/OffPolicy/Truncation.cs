using System.Numerics.Tensors;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Leaves the largest numbers out.</summary>
internal static class Truncation
{
    /// <summary>Moves the smallest numbers to the front, in no particular order.</summary>
    /// <param name="numbers">Changed.</param>
    /// <param name="count">How many are to be in front.</param>
    public static void KeepSmallest(Span<float> numbers, int count)
    {
        for (int end = numbers.Length - 1; end >= count; end--)
        {
            int largest = TensorPrimitives.IndexOfMax<float>(numbers[..(end + 1)]);
            (numbers[largest], numbers[end]) = (numbers[end], numbers[largest]);
        }
    }
}
