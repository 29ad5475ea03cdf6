using System.Numerics;

namespace GymSharp.Spaces;

/// <content>Flat forms: the index, then the flattened value, padded with its first number, or zeros.</content>
public sealed partial class OneOfSpace
{
    /// <inheritdoc/>
    protected internal override long FlatLength => 1 + spaces.Max(space => space.FlatLength);

    /// <inheritdoc/>
    protected internal override Space FlatSpace()
    {
        Space[] boxes = Array.ConvertAll(spaces, space => space.FlatSpace());
        if (!Array.TrueForAll(boxes, box => box is IBox))
        {
            throw NotFlattenable();
        }

        // Gymnasium takes the types of the spaces; a tuple or dictionary, which has none, counts as float64. It has no
        // flat space with text, of which only the indices matter here.
        DType dtype = DTypes.ResultType([.. spaces.Select(space =>
            space.ElementType ?? (space is TextSpace ? DType.Int64 : DType.Float64))]);
        int length = (int)FlatLength;
        DType bounds = DTypes.Promote(DType.Int64, DTypes.ResultType([.. boxes.Select(box => box.ElementType!.Value)]));
        if (bounds == DType.Int64)
        {
            return Box.FromArrays(dtype, Lows<long>(boxes, length), Highs<long>(boxes, length), [length]);
        }

        return Box.Create(dtype, Lows<double>(boxes, length), Highs<double>(boxes, length));
    }

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        OneOfValue alternative = Coerce(value);
        if (spaces[alternative.Index].FlattenValue(alternative.Value) is not Array flat || flat is object[])
        {
            throw NotFlattenable();
        }

        DType dtype = DTypes.Promote(DType.Int64, Element.TypeOf(flat.GetType().GetElementType()!)!.Value);
        int padding = (int)FlatLength - 1 - flat.Length;
        Array first = flat.Length == 0 ? new long[1] : ArrayConvert.Slice(flat, 0, 1);
        Array[] parts = [new long[] { alternative.Index }, flat, .. Enumerable.Repeat(first, padding)];
        return ArrayConvert.Concatenate(parts, dtype);
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        Array numbers = ArrayConvert.Expect(flat, FlatLength, this);
        long index = ArrayConvert.To<long>(ArrayConvert.Slice(numbers, 0, 1))[0];
        if (index < 0 || index >= spaces.Length)
        {
            throw new ArgumentException(
                $"{PythonValues.Text(flat)} starts with {index}; an index from 0 to {spaces.Length - 1} is expected.",
                nameof(flat));
        }

        Space space = spaces[index];
        return new OneOfValue((int)index, space.UnflattenValue(ArrayConvert.Slice(numbers, 1, (int)space.FlatLength)));
    }

    private static T[] Lows<T>(Space[] boxes, int length)
        where T : unmanaged, INumber<T>
    {
        T[] lows = BoundArrays.Fill(
            boxes.Min(box => ArrayConvert.To<T>(((IBox)box).LowValues).DefaultIfEmpty().Min()), length);
        lows[0] = T.Zero;
        return lows;
    }

    private static T[] Highs<T>(Space[] boxes, int length)
        where T : unmanaged, INumber<T>
    {
        T[] highs = BoundArrays.Fill(
            boxes.Max(box => ArrayConvert.To<T>(((IBox)box).HighValues).DefaultIfEmpty().Max()), length);
        highs[0] = T.CreateChecked(boxes.Length - 1);
        return highs;
    }
}
