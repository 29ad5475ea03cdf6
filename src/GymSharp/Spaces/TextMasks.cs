namespace GymSharp.Spaces;

/// <summary>Reads the masks and probabilities of a <see cref="TextSpace"/>.</summary>
internal static class TextMasks
{
    /// <summary>The length, if one is given, and the weights of the characters, empty for equal ones.</summary>
    public static (int? Length, double[] Weights) FromMask(object mask, TextSpace space, int count)
    {
        (int? length, object? given) = Split(mask, space, "mask");
        if (given is null)
        {
            return (length, []);
        }

        sbyte[] flags = Masks.Read<sbyte>(given, "mask", [count], "Text sample `mask`");
        if (flags.AsSpan().ContainsAnyExceptInRange((sbyte)0, (sbyte)1))
        {
            throw new ArgumentException(
                $"Expects all mask values to 0 or 1, actual values: {ArrayText.Of(flags, [count])}", nameof(mask));
        }

        double sum = flags.Sum(flag => flag);
        return (length, Array.ConvertAll(flags, flag => sum > 0.0 ? flag / sum : 0.0));
    }

    /// <summary>The length, if one is given, and the weights of the characters, empty for equal ones.</summary>
    public static (int? Length, double[] Weights) FromProbability(object probability, TextSpace space, int count)
    {
        (int? length, object? given) = Split(probability, space, "probability");
        if (given is null)
        {
            return (length, []);
        }

        double[] weights = Masks.Read<double>(given, "probability", [count], "Text sample `probability`");
        if (!Array.TrueForAll(weights, weight => weight is >= 0.0 and <= 1.0))
        {
            throw new ArgumentException(
                "Expects all probability mask values to be within 0 and 1, actual values: "
                + ArrayText.Of(weights, [count]),
                nameof(probability));
        }

        double sum = Draws.Sum(weights);
        return Closeness.IsClose(sum, 1.0)
            ? (length, weights)
            : throw new ArgumentException(
                $"Expects the sum of the probability mask to be 1, actual sum: {ArrayText.Scalar(sum)}",
                nameof(probability));
    }

    private static (int? Length, object? Weights) Split(object given, TextSpace space, string kind)
    {
        if (given is not object?[] parts)
        {
            throw new ArgumentException(
                $"Expects the `{kind}` type to be a tuple, actual type: {TypeNames.Of(given.GetType())}; "
                + "give an object[] of a length and an array.",
                kind);
        }

        if (parts.Length != 2)
        {
            throw new ArgumentException($"Expects the `{kind}` length to be two, actual length: {parts.Length}", kind);
        }

        if (parts[0] is not { } wanted)
        {
            return (null, parts[1]);
        }

        if (!PythonValues.TryIntegral(wanted, out Int128 length))
        {
            throw new ArgumentException(
                "Expects the Text sample length to be an integer, "
                + $"actual type: {TypeNames.Of(wanted.GetType())}",
                kind);
        }

        return length >= space.MinLength && length <= space.MaxLength
            ? ((int)length, parts[1])
            : throw new ArgumentException(
                $"Expects the Text sample length be between {space.MinLength} and {space.MaxLength}, "
                + $"actual length: {length}",
                kind);
    }
}
