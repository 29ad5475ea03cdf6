using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Copies of observations and memory for them.</summary>
internal static class ObservationMemory
{
    /// <summary>The given array where it has the right length, otherwise a new one.</summary>
    public static T[] Take<T>(T[]? reuse, int length) =>
        reuse is not null && reuse.Length == length ? reuse : new T[length];

    /// <summary>Converts elements one by one, as NumPy's <c>astype</c> does.</summary>
    public static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = Element.Cast<TFrom, TTo>(source[i]);
        }
    }

    /// <summary>
    /// A new array of the type and length of the observation, or null where it is not an array of numbers.
    /// </summary>
    public static TObservation? Like<TObservation>(TObservation observation) =>
        observation is Array array && array.GetType().GetElementType()!.IsValueType
            ? (TObservation)(object)Array.CreateInstance(array.GetType().GetElementType()!, array.Length)
            : default;

    /// <summary>A result of the wrapper's own, moved into <paramref name="reuse"/> where that fits.</summary>
    public static TObservation Into<TObservation>(TObservation result, TObservation? reuse)
        where TObservation : notnull =>
        reuse is null || typeof(TObservation).IsValueType ? result : Copy(result, reuse);

    /// <summary>
    /// A copy that shares no memory with the observation, written into <paramref name="reuse"/> where that fits.
    /// </summary>
    public static TObservation Copy<TObservation>(TObservation observation, TObservation? reuse = default)
        where TObservation : notnull
    {
        if (typeof(TObservation).IsValueType)
        {
            return observation;
        }

        if (observation is Array source && source is not object[])
        {
            Array target = reuse is Array fitting && fitting.Length == source.Length
                && fitting.GetType() == source.GetType() ? fitting : (Array)source.Clone();
            if (ReferenceEquals(target, reuse))
            {
                Array.Copy(source, target, source.Length);
            }

            return (TObservation)(object)target;
        }

        return (TObservation)CopyValue(observation);
    }

    private static object CopyValue(object value) => value switch
    {
        object[] parts => Array.ConvertAll(parts, CopyValue),
        Array numbers => numbers.Clone(),
        DictValue entries => new DictValue(
            [.. entries.Select(entry => new KeyValuePair<string, object>(entry.Key, CopyValue(entry.Value)))]),
        _ => value,
    };
}
