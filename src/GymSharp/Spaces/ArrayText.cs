using System.Text;

namespace GymSharp.Spaces;

/// <summary>NumPy's <c>str</c> of an array, with its default print options.</summary>
internal static class ArrayText
{
    private const int LineWidth = 75;
    private const int Threshold = 1000;
    private const int EdgeItems = 3;

    /// <summary>The whole array; beyond 1000 elements the first and last three along each axis.</summary>
    public static string Of(Array data, ReadOnlySpan<int> shape)
    {
        if (shape.Length == 0)
        {
            return Scalar(data.GetValue(0)!);
        }

        if (data.Length == 0)
        {
            return "[]";
        }

        bool summarise = data.Length > Threshold;
        List<int> shown = [];
        Show(shape, 0, summarise, shown);
        return new Layout(shape.ToArray(), summarise, Format(data, shown)).Write(0, 0, " ", LineWidth);
    }

    /// <summary>The one value if all elements are equal, else the whole array.</summary>
    public static string Short(Array data, ReadOnlySpan<int> shape)
    {
        object? first = data.Length == 0 ? null : data.GetValue(0);
        foreach (object item in data)
        {
            if (!item.Equals(first) && !(IsZero(item) && IsZero(first!)))
            {
                return Of(data, shape);
            }
        }

        return first is null ? Of(data, shape) : Scalar(first);
    }

    /// <summary>A NumPy scalar's <c>str</c>.</summary>
    public static string Scalar(object value) => value switch
    {
        bool flag => flag ? "True" : "False",
        double real => FloatFormat.Scalar(real, DType.Float64),
        float single => FloatFormat.Scalar(single, DType.Float32),
        Half half => FloatFormat.Scalar((double)half, DType.Float16),
        _ => value.ToString()!,
    };

    private static bool IsZero(object value) =>
        value is double and 0.0 or float and 0f || (value is Half half && half == Half.Zero);

    // Positions of the elements that appear in the text.
    private static void Show(ReadOnlySpan<int> shape, int start, bool summarise, List<int> shown)
    {
        if (shape.Length == 0)
        {
            shown.Add(start);
            return;
        }

        int size = Shapes.Size(shape[1..]);
        for (int i = 0; i < shape[0]; i++)
        {
            if (summarise && shape[0] > 2 * EdgeItems && i == EdgeItems)
            {
                i = shape[0] - EdgeItems;
            }

            Show(shape[1..], start + (i * size), summarise, shown);
        }
    }

    private static Func<int, string> Format(Array data, List<int> shown)
    {
        if (data is bool[] flags)
        {
            return index => flags[index] ? " True" : "False";
        }

        if (data is double[] or float[] or Half[])
        {
            double[] reals = ArrayConvert.To<double>(data);
            DType dtype = Element.TypeOf(data.GetType().GetElementType()!)!.Value;
            FloatFormat format = new([.. shown.Select(index => reals[index])], dtype);
            return index => format.Of(reals[index]);
        }

        int width = shown.Max(index => data.GetValue(index)!.ToString()!.Length);
        return index => data.GetValue(index)!.ToString()!.PadLeft(width);
    }

    private sealed class Layout(int[] shape, bool summarise, Func<int, string> format)
    {
        public string Write(int axis, int start, string indent, int width)
        {
            if (axis == shape.Length)
            {
                return format(start);
            }

            int size = Shapes.Size(shape.AsSpan(axis + 1));
            bool cut = summarise && shape[axis] > 2 * EdgeItems;
            List<string> words = [];
            for (int i = 0; i < shape[axis]; i++)
            {
                if (cut && i == EdgeItems)
                {
                    words.Add("...");
                    i = shape[axis] - EdgeItems;
                }

                words.Add(Write(axis + 1, start + (i * size), indent + " ", width - 1));
            }

            string body = axis == shape.Length - 1
                ? Line(words, indent, width - 1)
                : string.Join(new string('\n', shape.Length - 1 - axis), words.Select(word => indent + word));
            return $"[{body[indent.Length..]}]";
        }

        private static string Line(List<string> words, string indent, int width)
        {
            StringBuilder text = new();
            string line = indent;
            for (int i = 0; i < words.Count; i++)
            {
                if (line.Length + words[i].Length > width && line.Length > indent.Length)
                {
                    text.Append(line.TrimEnd()).Append('\n');
                    line = indent;
                }

                line += words[i] + (i < words.Count - 1 ? " " : "");
            }

            return text.Append(line).ToString();
        }
    }
}
