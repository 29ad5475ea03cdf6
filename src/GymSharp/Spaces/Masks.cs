namespace GymSharp.Spaces;

/// <summary>Checks of masks and probabilities, with Gymnasium's messages.</summary>
internal static class Masks
{
    /// <summary>A mask of n zeros and ones.</summary>
    public static sbyte[] Flags(object mask, long count)
    {
        sbyte[] flags = Read<sbyte>(mask, "mask", [(int)Math.Min(count, int.MaxValue)], "sample mask");
        RequireFlags(flags, count);
        return flags;
    }

    /// <summary>n probabilities.</summary>
    public static double[] Weights(object probability, long count)
    {
        double[] weights =
            Read<double>(probability, "probability", [(int)Math.Min(count, int.MaxValue)], "sample probability");
        RequireWeights(weights, count);
        return weights;
    }

    public static void RequireFlags(ReadOnlySpan<sbyte> mask, long count)
    {
        RequireLength(mask.Length, count, "mask");
        if (mask.ContainsAnyExceptInRange((sbyte)0, (sbyte)1))
        {
            throw new ArgumentException(
                "All values of the sample mask should be 0 or 1, "
                + $"actual values: {ArrayText.Of(mask.ToArray(), [mask.Length])}",
                nameof(mask));
        }
    }

    public static void RequireWeights(ReadOnlySpan<double> probability, long count)
    {
        RequireLength(probability.Length, count, "probability");
        RequireUnitInterval(probability, [probability.Length]);
        if (!Closeness.IsClose(Draws.Sum(probability), 1.0))
        {
            throw new ArgumentException(
                "The sum of the sample probability should be equal to 1, actual sum: "
                + ArrayText.Scalar(Draws.Sum(probability)),
                nameof(probability));
        }
    }

    public static void RequireUnitInterval(ReadOnlySpan<double> probability, ReadOnlySpan<int> shape)
    {
        foreach (double value in probability)
        {
            if (!(value >= 0.0 && value <= 1.0))
            {
                throw new ArgumentException(
                    "All values of the sample probability should be between 0 and 1, actual values: "
                    + ArrayText.Of(probability.ToArray(), shape),
                    nameof(probability));
            }
        }
    }

    /// <summary>The array of a mask or of probabilities, of exactly the element type and shape.</summary>
    public static T[] Read<T>(object given, string parameter, ReadOnlySpan<int> shape, string name)
        where T : unmanaged
    {
        if (given is T[] flat
            && given.GetType() == typeof(T[])
            && (flat.Length == Shapes.Size(shape) || shape.Length == 1))
        {
            return flat.Length == Shapes.Size(shape) ? flat : throw WrongShape(parameter, shape, [flat.Length], name);
        }

        NdArray array = PythonValues.AsArray(given) ?? throw new ArgumentException(
            $"The expected type of the {name} is {TypeNames.Of(typeof(T))}[], "
            + $"actual type: {TypeNames.Of(given.GetType())}",
            parameter);
        DType expected = Element.TypeOf<T>();
        if (array.DType != expected)
        {
            throw new ArgumentException(
                $"The expected dtype of the {name} is np.{expected.Name()}, "
                + $"actual dtype: {array.DType.Name()}",
                parameter);
        }

        return Shapes.Same(array.Axes, shape) ? (T[])array.Data : throw WrongShape(parameter, shape, array.Axes, name);
    }

    private static void RequireLength(int length, long count, string parameter)
    {
        if (length != count)
        {
            throw new ArgumentException(
                $"The expected shape of the sample {parameter} is ({count},), actual shape: ({length},)", parameter);
        }
    }

    private static ArgumentException WrongShape(
        string parameter, ReadOnlySpan<int> expected, ReadOnlySpan<int> actual, string name) => new(
            $"The expected shape of the {name} is {Shapes.Text(expected)}, "
            + $"actual shape: {Shapes.Text(actual)}",
            parameter);
}
