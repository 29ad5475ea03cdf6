namespace GymSharp.Spaces;

/// <summary>What tuples and dictionaries share.</summary>
internal static class Composite
{
    public static long FlatLength(IReadOnlyList<Space> spaces) => spaces.Sum(space => space.FlatLength);

    /// <summary>One box for all parts.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Space FlatBox(IReadOnlyList<Space> spaces)
    {
        Space[] boxes = [.. spaces.Select(space => space.FlatSpace())];
        DType dtype = DTypes.ResultType([.. boxes.Select(box => box.ElementType!.Value)]);
        Array low = ArrayConvert.Concatenate([.. boxes.Select(box => ((IBox)box).LowValues)], dtype);
        Array high = ArrayConvert.Concatenate([.. boxes.Select(box => ((IBox)box).HighValues)], dtype);
        return Box.FromArrays(dtype, low, high, [low.Length]);
    }

    /// <summary>The flattened parts behind each other, in the type that holds them all.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Array Flatten(IReadOnlyList<Space> spaces, IReadOnlyList<object> values)
    {
        Array[] parts = new Array[spaces.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = (Array)spaces[i].FlattenValue(values[i]);
        }

        DType dtype =
            DTypes.ResultType([.. parts.Select(part => Element.TypeOf(part.GetType().GetElementType()!)!.Value)]);
        return ArrayConvert.Concatenate(parts, dtype);
    }

    /// <summary>The parts of a flat array, unflattened.</summary>
    public static object[] Unflatten(IReadOnlyList<Space> spaces, Array flat)
    {
        object[] values = new object[spaces.Count];
        int at = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int length = (int)spaces[i].FlatLength;
            values[i] = spaces[i].UnflattenValue(ArrayConvert.Slice(flat, at, length));
            at += length;
        }

        return values;
    }

    /// <summary>The batches of the parts, taken apart together.</summary>
    public static IEnumerable<object[]> Zip(IReadOnlyList<Space> spaces, IReadOnlyList<object> batches)
    {
        IReadOnlyList<object>[] columns = new IReadOnlyList<object>[spaces.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = [.. spaces[i].IterateValue(batches[i])];
            if (columns[i].Count != columns[0].Count)
            {
                throw new ArgumentException(
                    $"The batches of the parts have different lengths, {columns[0].Count} and {columns[i].Count}.",
                    nameof(batches));
            }
        }

        int count = columns.Length == 0 ? 0 : columns[0].Count;
        for (int row = 0; row < count; row++)
        {
            int at = row;
            yield return Array.ConvertAll(columns, column => column[at]);
        }
    }
}
