using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Converts the elements of array observations to another type, as NumPy's <c>astype</c> does.</summary>
/// <typeparam name="TTo">The new element type.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TFrom">Element type of the observations below.</typeparam>
public sealed class DtypeObservation<TTo, TAction, TFrom> : ObservationWrapper<TTo[], TAction, TFrom[]>
    where TTo : unmanaged
    where TAction : notnull
    where TFrom : unmanaged
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observation space is a box, MultiDiscrete or MultiBinary.</param>
    /// <exception cref="ArgumentException">
    /// The space is another one, or its bounds cannot be expressed in the new type.
    /// </exception>
    public DtypeObservation(Env<TFrom[], TAction> env)
        : base(env, Converted((env ?? throw new ArgumentNullException(nameof(env))).ObservationSpace))
    {
    }

    /// <inheritdoc/>
    protected override TTo[] Transform(TFrom[] observation, TTo[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        TTo[] converted = ObservationMemory.Take(reuse, observation.Length);
        ObservationMemory.Convert<TFrom, TTo>(observation, converted);
        return converted;
    }

    private static Space<TTo[]> Converted(Space space) => space switch
    {
        Box<TFrom> box => new Box<TTo>(
            [.. box.Shape],
            Bounds(box, box.Low, isLow: true),
            Bounds(box, box.High, isLow: false),
            Array.ConvertAll(box.Low, IsFinite),
            Array.ConvertAll(box.High, IsFinite)),
        MultiBinary bits => new Box<TTo>(Element.FromDouble<TTo>(0), Element.FromDouble<TTo>(1), [.. bits.Shape]),
        MultiDiscrete multi => Converted(multi),
        _ => throw new ArgumentException(
            $"DtypeObservation requires a Box, Discrete, MultiDiscrete, or MultiBinary space, got {space}.",
            nameof(space)),
    };

    // Values of a MultiDiscrete are long[] whatever its element type; other types need a box. As in Gymnasium, an
    // offset is not taken over.
    private static Space<TTo[]> Converted(MultiDiscrete multi) => typeof(TTo) == typeof(long)
        ? (Space<TTo[]>)(object)new MultiDiscrete(multi.NVec, null, [.. multi.Shape])
        : new Box<TTo>(
            Array.ConvertAll(multi.Start, Element.Cast<long, TTo>),
            [.. multi.Start.Zip(multi.NVec, static (start, count) => Element.Cast<long, TTo>(start + count - 1))],
            [.. multi.Shape]);

    private static bool IsFinite(TFrom bound) => !double.IsInfinity(Element.ToDouble(bound));

    private static TTo[] Bounds(Box<TFrom> box, TFrom[] bounds, bool isLow)
    {
        TTo[] result = new TTo[bounds.Length];
        for (int i = 0; i < bounds.Length; i++)
        {
            bool isInfinite = !IsFinite(bounds[i]);
            if (isInfinite && !Element.IsFloating<TTo>())
            {
                result[i] = IntegerLimit(box, isLow);
                continue;
            }

            result[i] = Element.Cast<TFrom, TTo>(bounds[i]);
            if (!isInfinite && double.IsInfinity(Element.ToDouble(result[i])))
            {
                throw new ArgumentException(
                    $"The bounds of {box} are out of range of {TypeNames.Of(typeof(TTo))}.",
                    nameof(box));
            }
        }

        return result;
    }

    // NumPy stores the integer type's limit in the box's own precision first, where the upper one may grow by rounding.
    private static TTo IntegerLimit(Box<TFrom> box, bool isLow)
    {
        double limit = Element.TypeOf<TTo>() switch
        {
            DType.Int8 => isLow ? sbyte.MinValue : sbyte.MaxValue,
            DType.Int16 => isLow ? short.MinValue : short.MaxValue,
            DType.Int32 => isLow ? int.MinValue : int.MaxValue,
            DType.Int64 => isLow ? long.MinValue : long.MaxValue,
            _ => throw new ArgumentException(
                $"{box} has infinite bounds, which {TypeNames.Of(typeof(TTo))} cannot express. Use a signed or "
                + "floating-point type.",
                nameof(box)),
        };
        return Element.Cast<TFrom, TTo>(Element.FromDouble<TFrom>(limit));
    }
}
