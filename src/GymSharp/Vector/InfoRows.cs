using System.Globalization;

namespace GymSharp.Vector;

/// <summary>Arrays that hold one info entry of every environment.</summary>
internal static class InfoRows
{
    /// <summary>
    /// Makes the zeroed array for an entry: of the value's own type where that is a number or an array of numbers (an
    /// <c>int</c> becomes a <c>long</c>, as in NumPy), else of objects.
    /// </summary>
    public static Array Make(object value, int numEnvs) => value switch
    {
        int => new long[numEnvs],
        Array { Rank: 1 } array when IsNumber(array.GetType().GetElementType()!) =>
            Array.CreateInstance(array.GetType().GetElementType()!, numEnvs * array.Length),
        _ when IsNumber(value.GetType()) => Array.CreateInstance(value.GetType(), numEnvs),
        _ => new object?[numEnvs],
    };

    /// <summary>Writes one environment's value into its row.</summary>
    /// <exception cref="InvalidOperationException">
    /// The value does not fit the rows; the message names the key.
    /// </exception>
    public static void Assign(Array rows, object value, int index, int numEnvs, string key)
    {
        if (rows is object?[] objects)
        {
            objects[index] = value;
            return;
        }

        int width = rows.Length / numEnvs;
        Type element = rows.GetType().GetElementType()!;
        if (value is Array array)
        {
            if (array.Length != width)
            {
                throw new InvalidOperationException(
                    $"The info '{key}' has {array.Length} elements in environment {index} and {width} in another one; "
                    + "all environments of a batch must give the same number.");
            }

            for (int i = 0; i < width; i++)
            {
                rows.SetValue(Cast(array.GetValue(i)!, element, key), (index * width) + i);
            }

            return;
        }

        // A single number fills its whole row.
        for (int i = 0; i < width; i++)
        {
            rows.SetValue(Cast(value, element, key), (index * width) + i);
        }
    }

    /// <summary>The value that one environment has in the rows; a copy where it is an array.</summary>
    public static object? Row(Array rows, int index, int numEnvs)
    {
        int width = rows.Length / numEnvs;
        if (width == 1)
        {
            return rows.GetValue(index);
        }

        Array row = Array.CreateInstance(rows.GetType().GetElementType()!, width);
        Array.Copy(rows, index * width, row, 0, width);
        return row;
    }

    private static bool IsNumber(Type type) =>
        type == typeof(Half) || (type.IsPrimitive && Type.GetTypeCode(type) is not (TypeCode.Char or TypeCode.Object));

    private static object Cast(object value, Type element, string key)
    {
        if (value.GetType() == element)
        {
            return value;
        }

        if (!IsNumber(value.GetType()))
        {
            throw new InvalidOperationException(
                $"The info '{key}' is a {value.GetType().Name} in one environment and a {element.Name} in another; "
                + "they cannot be batched.");
        }

        double number = value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture);
        bool toInteger = element != typeof(float) && element != typeof(double);
        object source = value is Half ? number : value;
        return element == typeof(bool) ? number != 0
            : element == typeof(Half) ? (Half)number
            : Convert.ChangeType(
                toInteger && value is float or double or Half ? Math.Truncate(number) : source,
                element,
                CultureInfo.InvariantCulture);
    }
}
