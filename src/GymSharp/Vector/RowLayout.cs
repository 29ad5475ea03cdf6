using GymSharp.Spaces;

namespace GymSharp.Vector;

/// <summary>How the value of one environment lies in the memory of a batch.</summary>
internal static class RowLayout
{
    /// <summary>
    /// Elements that a value of the space takes: the product of its shape, 1 where it is not an array.
    /// </summary>
    public static int Size(Space space)
    {
        int size = 1;
        if (IsArray(space))
        {
            foreach (int length in space.Shape!)
            {
                size = checked(size * length);
            }
        }

        return size;
    }

    /// <summary>Whether values are arrays of one shape, so that a batch of them is one array.</summary>
    public static bool IsArray(Space space) => space.ValueType.IsArray && space.Shape is not null;

    /// <summary>The element type of the batch: that of the array, or the value's own type.</summary>
    public static Type ElementType(Space space) =>
        IsArray(space) ? space.ValueType.GetElementType()! : space.ValueType;

    /// <summary>Throws unless batches of the space have elements of the type.</summary>
    /// <exception cref="ArgumentException">They have other elements; the message names them.</exception>
    public static void ExpectElements<TElement>(Space space, string parameter)
    {
        if (ElementType(space) != typeof(TElement))
        {
            throw new ArgumentException(
                $"A batch of {space} has elements of type {TypeNames.Of(ElementType(space))}, "
                + $"not {TypeNames.Of(typeof(TElement))}.",
                parameter);
        }
    }

    /// <summary>Makes the layout of values of one type.</summary>
    /// <typeparam name="T">Type of a value.</typeparam>
    /// <typeparam name="TElement">Element type of the batch; <typeparamref name="T"/> or its element type.</typeparam>
    public static RowLayout<T, TElement> Of<T, TElement>(Space space)
        where T : notnull
        where TElement : notnull
    {
        object layout = typeof(T) == typeof(TElement) && !IsArray(space)
            ? new ScalarRow<T>()
            : new ArrayRow<TElement>(Size(space));
        return (RowLayout<T, TElement>)layout;
    }

    /// <summary>Splits a batched value into rows.</summary>
    /// <exception cref="ArgumentException">The value does not fit the batched space.</exception>
    public static TElement[] Unbatch<TElement>(Space batched, Space single, object value, int numEnvs)
    {
        TElement[] rows = new TElement[numEnvs * Size(single)];
        int at = 0;
        int count = 0;
        foreach (object item in SpaceUtilities.Iterate(batched, batched.CoerceValue(value)))
        {
            object row = single.CoerceValue(item);
            if (++count > numEnvs)
            {
                break;
            }

            if (IsArray(single))
            {
                TElement[] elements = (TElement[])row;
                elements.CopyTo(rows, at);
                at += elements.Length;
            }
            else
            {
                rows[at++] = (TElement)row;
            }
        }

        BatchLength.Check(count, numEnvs, 1, "actions", nameof(value));
        return rows;
    }

    /// <summary>Joins rows into a value of the batched space.</summary>
    public static object Batch<TElement>(Space single, TElement[] rows, int numEnvs)
    {
        object[] items = new object[numEnvs];
        for (int i = 0; i < numEnvs; i++)
        {
            items[i] = Value(single, rows, i);
        }

        return SpaceUtilities.Concatenate(single, items);
    }

    /// <summary>A copy of one row as a value of the single space.</summary>
    public static object Value<TElement>(Space single, TElement[] rows, int index)
    {
        int size = Size(single);
        return IsArray(single) ? rows.AsSpan(index * size, size).ToArray() : rows[index]!;
    }
}
