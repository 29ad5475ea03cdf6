namespace GymSharp.Spaces;

/// <summary>Checks and conversions of a box's bounds.</summary>
internal static class BoundArrays
{
    public static T[] Fill<T>(T value, int count)
    {
        T[] filled = new T[count];
        Array.Fill(filled, value);
        return filled;
    }

    /// <summary>The shape of bounds given as arrays: the one provided, or one axis.</summary>
    public static int[] ShapeFor(int low, int high, int[] shape)
    {
        if (shape.Length == 0)
        {
            return low == high
                ? [low]
                : throw new ArgumentException(
                    $"Box low.shape and high.shape don't match, low.shape=({low},), high.shape=({high},); "
                    + "give as many bounds below as above.",
                    nameof(high));
        }

        int size = Shapes.Size(shape);
        string? wrong = low != size ? $"low.shape=({low},)" : high != size ? $"high.shape=({high},)" : null;
        return wrong is null
            ? [.. shape]
            : throw new ArgumentException(
                $"Box {wrong[..wrong.IndexOf('=', StringComparison.Ordinal)]} doesn't match provided shape, {wrong}, "
                + $"shape={Shapes.Text(shape)}; give {size} bounds.",
                nameof(shape));
    }

    /// <summary>Bounds from numbers, infinity where there is none; refuses what the type cannot hold.</summary>
    public static (T[] Bounds, bool[] IsBounded) FromDoubles<T>(double[] values, bool isLow)
        where T : unmanaged
    {
        string side = isLow ? "low" : "high";
        DType dtype = Element.TypeOf<T>();
        double infinity = isLow ? double.NegativeInfinity : double.PositiveInfinity;
        T[] bounds = new T[values.Length];
        bool[] isBounded = new bool[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            isBounded[i] = value != infinity;
            if (double.IsNaN(value))
            {
                throw new ArgumentException(
                    $"No {side} value can be equal to `np.nan`, {side}={ArrayText.Scalar(value)}.", side);
            }

            bounds[i] = isBounded[i] || dtype.IsFloating()
                ? Finite<T>(value, dtype, side)
                : Limit<T>(dtype, isLow, value);
        }

        return (bounds, isBounded);
    }

    /// <summary>Refuses bounds that are not numbers or in the wrong order.</summary>
    public static void Require<T>(T[] low, T[] high, int[] shape)
        where T : unmanaged
    {
        for (int i = 0; i < low.Length; i++)
        {
            if (Element.IsFloating<T>()
                && (double.IsNaN(Element.ToDouble(low[i])) || double.IsNaN(Element.ToDouble(high[i]))))
            {
                string side = double.IsNaN(Element.ToDouble(low[i])) ? "low" : "high";
                throw new ArgumentException(
                    $"No {side} value can be equal to `np.nan`, {side}="
                    + $"{ArrayText.Short(side == "low" ? low : high, shape)}.",
                    side);
            }

            if (!Element.NotAbove(low[i], high[i]))
            {
                throw new ArgumentException(
                    "Box all low values must be less than or equal to high (some values break this), "
                    + $"low={ArrayText.Of(low, shape)}, high={ArrayText.Of(high, shape)}; "
                    + "exchange them where low is above.",
                    nameof(low));
            }
        }
    }

    private static T Limit<T>(DType dtype, bool isLow, double value)
        where T : unmanaged
    {
        (Int128 minimum, Int128 maximum) = dtype.IntegerRange();
        if (minimum == 0)
        {
            throw new ArgumentException(
                $"Box unsigned int dtype don't support `{(isLow ? "-" : "")}np.inf`, "
                + $"{(isLow ? "low" : "high")}={ArrayText.Scalar(value)}; give a bound from {minimum} to {maximum}.",
                isLow ? "low" : "high");
        }

        return Element.FromInt64<T>((long)(isLow ? minimum : maximum));
    }

    private static T Finite<T>(double value, DType dtype, string side)
        where T : unmanaged
    {
        T bound = Element.FromDouble<T>(value);
        string? limit = null;
        if (dtype.IsFloating())
        {
            bool overflows = double.IsFinite(value) && !double.IsFinite(Element.ToDouble(bound));
            limit = overflows ? $"the range of {dtype.Name()}" : null;
        }
        else
        {
            (Int128 minimum, Int128 maximum) = dtype.IntegerRange();
            limit = value < (double)minimum
                ? $"min dtype={minimum}" : value > (double)maximum ? $"max dtype={maximum}"
                : null;
        }

        return limit is null
            ? bound
            : throw new ArgumentException(
                $"Box {side} is out of bounds of the dtype range, {side}={ArrayText.Scalar(value)}, {limit}.",
                side);
    }
}
