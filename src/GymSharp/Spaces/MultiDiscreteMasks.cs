namespace GymSharp.Spaces;

/// <summary>
/// Takes apart the nested masks and probabilities of a <see cref="MultiDiscrete"/>, checking all of them first.
/// </summary>
internal static class MultiDiscreteMasks
{
    /// <summary>Collects one <c>sbyte[]</c> or <c>double[]</c> per choice.</summary>
    public static void Collect(object given, MultiDiscrete space, bool isMask, object[] choices, ref int at) =>
        Collect(given, space, isMask, choices, ref at, 0);

    private static void Collect(object given, MultiDiscrete space, bool isMask, object[] choices, ref int at, int depth)
    {
        if (depth == space.Shape.Count)
        {
            choices[at] = isMask ? Flags(given, space.NVec[at]) : Weights(given, space.NVec[at]);
            at++;
            return;
        }

        if (given is not object[] parts)
        {
            throw new ArgumentException(
                $"Expects the mask to be a tuple for sub_nvec ({ArrayText.Of(space.NVec, [.. space.Shape])}), "
                + $"actual type: {TypeNames.Of(given.GetType())}; give an array with one mask per choice.",
                nameof(given));
        }

        if (parts.Length != space.Shape[depth])
        {
            throw new ArgumentException(
                $"Expects the mask length to be equal to the number of actions, mask length: {parts.Length}, "
                + $"nvec length: {space.Shape[depth]}",
                nameof(given));
        }

        foreach (object part in parts)
        {
            Collect(part, space, isMask, choices, ref at, depth + 1);
        }
    }

    private static sbyte[] Flags(object given, long count)
    {
        sbyte[] flags = Vector<sbyte>(given, count);
        return !flags.AsSpan().ContainsAnyExceptInRange((sbyte)0, (sbyte)1)
            ? flags
            : throw new ArgumentException(
                $"Expects all masks values to 0 or 1, actual values: {ArrayText.Of(flags, [flags.Length])}",
                nameof(given));
    }

    private static double[] Weights(object given, long count)
    {
        double[] weights = Vector<double>(given, count);
        if (!Array.TrueForAll(weights, weight => weight is >= 0.0 and <= 1.0))
        {
            throw new ArgumentException(
                "Expects all masks values to be between 0 and 1, "
                + $"actual values: {ArrayText.Of(weights, [weights.Length])}",
                nameof(given));
        }

        double sum = Draws.Sum(weights);
        return Closeness.IsClose(sum, 1.0)
            ? weights
            : throw new ArgumentException(
                $"Expects the sum of all mask values to be 1, actual sum: {ArrayText.Scalar(sum)}", nameof(given));
    }

    private static T[] Vector<T>(object given, long count)
        where T : unmanaged
    {
        NdArray array = PythonValues.AsArray(given) ?? throw new ArgumentException(
            $"Expects the sub mask to be np.ndarray, actual type: {TypeNames.Of(given.GetType())}; "
            + $"give {TypeNames.Of(typeof(T))}[].",
            nameof(given));
        if (array.Shape.Count != 1 || array.Data.Length != count)
        {
            throw new ArgumentException(
                "Expects the mask length to be equal to the number of actions, "
                + $"mask length: {array.Data.Length}, action: {count}",
                nameof(given));
        }

        return array.DType == Element.TypeOf<T>()
            ? (T[])array.Data
            : throw new ArgumentException(
                $"Expects the mask dtype to be np.{Element.TypeOf<T>().Name()}, actual dtype: {array.DType.Name()}",
                nameof(given));
    }
}
