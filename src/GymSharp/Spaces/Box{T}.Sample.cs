using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <content>Sampling.</content>
public sealed partial class Box<T>
{
    private static readonly double Smallest = Element.IsFloating<T>()
        ? 0.0
        : (double)Element.TypeOf<T>().IntegerRange().Minimum;
    private static readonly double Largest = Element.IsFloating<T>()
        ? 0.0
        : (double)Element.TypeOf<T>().IntegerRange().Maximum;
    private readonly bool allBounded;
    private double[]? sampleLow;
    private double[]? sampleRange;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A mask or probabilities are given; a box has neither.</exception>
    /// <exception cref="InvalidOperationException">Two bounds are too far apart to draw between them.</exception>
    public override T[] Sample(object? mask = null, object? probability = null)
    {
        if (mask is not null || probability is not null)
        {
            string kind = mask is not null ? "mask" : "probability mask";
            throw new ArgumentException(
                $"Box.sample cannot be provided a {kind}, actual value: {PythonValues.Text(mask ?? probability)}; "
                + "leave it out.",
                mask is not null ? nameof(mask) : nameof(probability));
        }

        T[] sample = new T[Low.Length];
        SampleInto(sample);
        return sample;
    }

    /// <summary>Draws a value into memory that the caller owns.</summary>
    /// <param name="destination">As many elements as the shape has.</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    /// <exception cref="InvalidOperationException">Two bounds are too far apart to draw between them.</exception>
    public void SampleInto(Span<T> destination)
    {
        if (destination.Length != Low.Length)
        {
            throw new ArgumentException(
                $"{destination.Length} elements do not hold a value of {this}; give {Low.Length}.",
                nameof(destination));
        }

        PrepareSampling();
        Rng rng = Rng;
        if (!allBounded)
        {
            SampleHalfBounded(destination, rng);
        }

        double[] low = sampleLow!;
        double[] range = sampleRange!;
        for (int i = 0; i < destination.Length; i++)
        {
            if (allBounded || (below[i] && above[i]))
            {
                destination[i] = FromSample(low[i] + (range[i] * rng.Random()), i);
            }
        }
    }

    // NumPy draws first the elements without bounds, then those with a lower one, then those with an upper one.
    private void SampleHalfBounded(Span<T> destination, Rng rng)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            if (!below[i] && !above[i])
            {
                destination[i] = FromSample(rng.Normal(), i);
            }
        }

        for (int i = 0; i < destination.Length; i++)
        {
            if (below[i] && !above[i])
            {
                destination[i] = FromSample(rng.StandardExponential() + Element.ToDouble(Low[i]), i);
            }
        }

        for (int i = 0; i < destination.Length; i++)
        {
            if (!below[i] && above[i])
            {
                destination[i] = FromSample(-rng.StandardExponential() + SampleHigh(i), i);
            }
        }
    }

    private void PrepareSampling()
    {
        if (sampleRange is not null)
        {
            return;
        }

        double[] low = new double[Low.Length];
        double[] range = new double[Low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            if (below[i] && above[i])
            {
                low[i] = Element.ToDouble(Low[i]);
                range[i] = SampleHigh(i) - low[i];
                if (!(range[i] >= 0.0 && double.IsFinite(range[i])))
                {
                    throw new InvalidOperationException(
                        $"Range exceeds valid bounds: no number can be drawn between {Low[i]} and {High[i]}. "
                        + "Make the bounds of the box narrower, or leave one out.");
                }
            }
        }

        sampleLow = low;
        sampleRange = range;
    }

    // Integers are drawn below high + 1, which Gymnasium computes with 64 wrapping bits.
    private double SampleHigh(int index) =>
        Element.IsFloating<T>() ? Element.ToDouble(High[index]) : unchecked(Element.ToInt64(High[index]) + 1);

    private T FromSample(double value, int index)
    {
        if (Element.IsFloating<T>())
        {
            return Element.FromDouble<T>(value);
        }

        value = Math.Floor(value);
        if (typeof(T) == typeof(bool))
        {
            return Element.FromDouble<T>(value);
        }

        if (typeof(T) == typeof(long))
        {
            T sample = Element.FromDouble<T>(value);
            sample = Element.NotAbove(Low[index], sample) ? sample : Low[index];
            return Element.NotAbove(sample, High[index]) ? sample : High[index];
        }

        return Element.FromDouble<T>(Math.Clamp(value, Smallest, Largest));
    }
}
