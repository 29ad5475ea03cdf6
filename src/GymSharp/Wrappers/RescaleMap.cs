using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>The affine map from a box to a box of other bounds, element by element.</summary>
/// <remarks>
/// The slope is computed in 80-bit precision and rounded to the element type; everything else is done in the element
/// type, integers wrapping around. That is what Gymnasium's <c>rescale_box</c> does with NumPy.
/// </remarks>
internal sealed class RescaleMap<T>
    where T : unmanaged, INumber<T>
{
    private const string UnboundedMessage =
        "For unbounded components, the target bounds must match the original infinity bounds.";

    private readonly T[] gradient;
    private readonly T[] intercept;

    /// <summary>Makes the map.</summary>
    /// <param name="box">The box below.</param>
    /// <param name="low">New lower bounds: one per element, or one for all.</param>
    /// <param name="high">New upper bounds: one per element, or one for all.</param>
    /// <exception cref="ArgumentException">The bounds do not fit the box; the message says why.</exception>
    public RescaleMap(Box<T> box, double[] low, double[] high)
    {
        low = Expand(low, box, nameof(low));
        high = Expand(high, box, nameof(high));
        Check(box, low, high);
        gradient = new T[low.Length];
        intercept = new T[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            SetElement(i, box, low[i], high[i]);
        }

        Space = new Box<T>(
            Array.ConvertAll(low, Element.FromDouble<T>),
            Array.ConvertAll(high, Element.FromDouble<T>),
            [.. box.Shape]);
    }

    /// <summary>The box with the new bounds.</summary>
    public Box<T> Space { get; }

    /// <summary>Maps a value of the box below to the new box.</summary>
    public void Forward(ReadOnlySpan<T> source, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (gradient[i] * source[i]) + intercept[i];
        }
    }

    /// <summary>Maps a value of the new box to the box below.</summary>
    public void Backward(ReadOnlySpan<T> source, Span<T> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (source[i] - intercept[i]) / gradient[i];
        }
    }

    private static double[] Expand(double[] bounds, Box<T> box, string name)
    {
        ArgumentNullException.ThrowIfNull(bounds, name);
        if (bounds.Length == box.Low.Length)
        {
            return bounds;
        }

        if (bounds.Length != 1)
        {
            throw new ArgumentException(
                $"Expected one new bound for all elements or {box.Low.Length} in the shape of {box}, got "
                + $"{bounds.Length}.",
                name);
        }

        double[] all = new double[box.Low.Length];
        Array.Fill(all, bounds[0]);
        return all;
    }

    private static void Check(Box<T> box, double[] low, double[] high)
    {
        for (int i = 0; i < low.Length; i++)
        {
            double boxLow = Element.ToDouble(box.Low[i]);
            double boxHigh = Element.ToDouble(box.High[i]);
            if (((double.IsInfinity(low[i]) || double.IsInfinity(boxLow)) && low[i] != boxLow)
                || ((double.IsInfinity(high[i]) || double.IsInfinity(boxHigh)) && high[i] != boxHigh))
            {
                throw new ArgumentException(
                    $"{UnboundedMessage} Element {i} goes from [{boxLow}, {boxHigh}] to [{low[i]}, {high[i]}].",
                    nameof(low));
            }

            if (!(low[i] <= high[i]))
            {
                throw new ArgumentException(
                    $"Expected the new minimum to be less than or equal to the new maximum, got {low[i]} and "
                    + $"{high[i]}.",
                    nameof(low));
            }
        }
    }

    private void SetElement(int i, Box<T> box, double low, double high)
    {
        bool isLowFinite = double.IsFinite(low);
        bool isHighFinite = double.IsFinite(high);
        gradient[i] = isLowFinite && isHighFinite
            ? ExtendedQuotient.Divide<T>(high - low, Element.ToDouble(box.High[i]), Element.ToDouble(box.Low[i]))
            : T.One;
        intercept[i] = isLowFinite
            ? Element.FromDouble<T>(Element.ToDouble(gradient[i] * (T.Zero - box.Low[i])) + low)
            : isHighFinite ? Element.FromDouble<T>(high - Element.ToDouble(box.High[i])) : T.Zero;
    }
}
