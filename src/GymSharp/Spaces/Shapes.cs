namespace GymSharp.Spaces;

/// <summary>Arithmetic on shapes.</summary>
internal static class Shapes
{
    /// <summary>The number of elements.</summary>
    /// <exception cref="ArgumentException">More elements than an array can hold.</exception>
    public static int Size(ReadOnlySpan<int> shape)
    {
        long size = 1;
        foreach (int axis in shape)
        {
            size *= axis;
            if (axis < 0 || size > Array.MaxLength)
            {
                throw new ArgumentException(
                    $"A shape has axes of 0 or more and at most {Array.MaxLength} elements; got {Text(shape)}.",
                    nameof(shape));
            }
        }

        return (int)size;
    }

    /// <summary>As Python writes a tuple: <c>()</c>, <c>(3,)</c>, <c>(3, 4)</c>.</summary>
    public static string Text(ReadOnlySpan<int> shape) =>
        shape.Length == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape.ToArray())})";

    public static bool Same(ReadOnlySpan<int> left, ReadOnlySpan<int> right) => left.SequenceEqual(right);

    /// <summary>A shape with one more axis in front.</summary>
    public static int[] Prepend(int count, ReadOnlySpan<int> shape) => [count, .. shape];
}
