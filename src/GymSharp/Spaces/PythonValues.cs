using System.Collections;
using System.Numerics;

namespace GymSharp.Spaces;

/// <summary>Reads CLR values as the Python values they stand for.</summary>
internal static class PythonValues
{
    /// <summary>
    /// Python's <c>int</c> and <c>bool</c>; what is beyond 64 bits becomes a number outside every range.
    /// </summary>
    public static bool TryInteger(object? value, out Int128 number)
    {
        switch (value)
        {
            case int x:
                number = x;
                return true;
            case long x:
                number = x;
                return true;
            case bool x:
                number = x ? 1 : 0;
                return true;
            case BigInteger x:
                number = BigInteger.Abs(x) < BigInteger.Pow(2, 100) ? (Int128)x
                    : x.Sign > 0 ? Int128.MaxValue : Int128.MinValue;
                return true;
            case ulong x:
                number = x;
                return true;
            case sbyte or byte or short or ushort or uint:
                number = Convert.ToInt64(value);
                return true;
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>An integer, or a one-element array or floating-point number that is one.</summary>
    public static bool TryIntegral(object value, out Int128 number)
    {
        if (value is NdArray { Data.Length: 1 } array)
        {
            return TryIntegral(array.Data.GetValue(0)!, out number);
        }

        if (value is Array { Rank: 1, Length: 1 } single
            && Element.TypeOf(single.GetType().GetElementType()!) is not null)
        {
            return TryIntegral(single.GetValue(0)!, out number);
        }

        if (value is float or double or Half)
        {
            double real = value is Half half ? (double)half : Convert.ToDouble(value);
            number = real is > -1e30 and < 1e30 ? (Int128)real : 0;
            return Math.Truncate(real) == real && real is > -1e30 and < 1e30;
        }

        return TryInteger(value, out number);
    }

    /// <summary>
    /// An array with its own shape, if the value is one; a CLR array of one axis counts as having that axis.
    /// </summary>
    public static NdArray? AsArray(object? value)
    {
        if (value is NdArray array)
        {
            return array;
        }

        if (value is Array clr && Element.TypeOf(clr.GetType().GetElementType()!) is not null)
        {
            int[] shape = new int[clr.Rank];
            for (int i = 0; i < shape.Length; i++)
            {
                shape[i] = clr.GetLength(i);
            }

            return new NdArray(ArrayConvert.Ravel(clr), shape);
        }

        return null;
    }

    /// <summary>
    /// What <c>numpy.array(value)</c> gives for nested lists and tuples of numbers; null where it fails or where the
    /// elements are not numbers.
    /// </summary>
    public static NdArray? FromNested(object? value, DType? dtype = null)
    {
        List<object> leaves = [];
        List<int> shape = [];
        if (!Collect(value, leaves, shape, 0, new bool[1]))
        {
            return null;
        }

        DType type = dtype ?? Infer(leaves);
        Array data = Array.CreateInstance(type.ClrType(), leaves.Count);
        for (int i = 0; i < leaves.Count; i++)
        {
            if (!TryStore(leaves[i], type, data, i))
            {
                return null;
            }
        }

        return new NdArray(data, [.. shape]);
    }

    /// <summary>For messages: arrays as NumPy writes them, tuples and lists as Python does.</summary>
    public static string Text(object? value) => value switch
    {
        null => "None",
        string text => $"'{text}'",
        NdArray array => array.ToString(),
        Array { Rank: 1 } array when Element.TypeOf(array.GetType().GetElementType()!) is not null =>
            ArrayText.Of(array, [array.Length]),
        object[] items => $"({string.Join(", ", items.Select(Text))}{(items.Length == 1 ? "," : "")})",
        IReadOnlyDictionary<string, object?> entries =>
            $"{{{string.Join(", ", entries.Select(pair => $"'{pair.Key}': {Text(pair.Value)}"))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        _ => value.ToString() ?? "",
    };

    private static bool Collect(object? value, List<object> leaves, List<int> shape, int depth, bool[] closed)
    {
        if (AsArray(value) is { } array)
        {
            return CollectArray(array, leaves, shape, depth, closed);
        }

        if (value is not (object?[] or IList) || value is string)
        {
            bool number = value is float or double or Half || TryInteger(value, out _);
            bool fits = number && depth == shape.Count;
            closed[0] = true;
            if (fits)
            {
                leaves.Add(value!);
            }

            return fits;
        }

        IList items = (IList)value;
        if (!Axis(items.Count, shape, depth, closed[0]))
        {
            return false;
        }

        foreach (object? item in items)
        {
            if (!Collect(item, leaves, shape, depth + 1, closed))
            {
                return false;
            }
        }

        closed[0] |= items.Count == 0;
        return true;
    }

    private static bool CollectArray(NdArray array, List<object> leaves, List<int> shape, int depth, bool[] closed)
    {
        for (int i = 0; i < array.Shape.Count; i++)
        {
            if (!Axis(array.Shape[i], shape, depth + i, closed[0]))
            {
                return false;
            }
        }

        closed[0] = true;
        foreach (object item in array.Data)
        {
            leaves.Add(item);
        }

        return depth + array.Shape.Count == shape.Count;
    }

    private static bool Axis(int count, List<int> shape, int depth, bool closed)
    {
        if (depth < shape.Count)
        {
            return shape[depth] == count;
        }

        shape.Add(count);
        return !closed;
    }

    private static DType Infer(List<object> leaves)
    {
        if (leaves.Count == 0)
        {
            return DType.Float64;
        }

        DType type = DType.Bool;
        foreach (object leaf in leaves)
        {
            type = leaf switch
            {
                bool => type,
                float or double or Half => DType.Float64,
                _ => type == DType.Float64 ? type : DType.Int64,
            };
        }

        return type;
    }

    private static bool TryStore(object leaf, DType type, Array data, int index)
    {
        Array one;
        if (TryInteger(leaf, out Int128 number))
        {
            if (type.IsFloating())
            {
                one = new[] { (double)number };
            }
            else
            {
                (Int128 minimum, Int128 maximum) = type.IntegerRange();
                if (type != DType.Bool && (number < minimum || number > maximum))
                {
                    return false;
                }

                one = type == DType.UInt64 ? new[] { (ulong)number } : new[] { number == 0 ? 0L : (long)number };
            }
        }
        else
        {
            double real = leaf is Half half ? (double)half : Convert.ToDouble(leaf);
            if (!type.IsFloating() && type != DType.Bool && !double.IsFinite(real))
            {
                return false;
            }

            one = new[] { real };
        }

        Array.Copy(ArrayConvert.To(one, type), 0, data, index, 1);
        return true;
    }
}
