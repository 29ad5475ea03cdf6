namespace GymSharp.Spaces;

/// <content>Flat forms and batches.</content>
public sealed partial class Box<T>
{
    /// <inheritdoc/>
    protected internal override long FlatLength => Low.Length;

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => new Box<T>([Low.Length], Low, High, null, null);

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value) => Coerce(value).Clone();

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        T[] values = ArrayConvert.To<T>(ArrayConvert.Expect(flat, Low.Length, this));
        return ReferenceEquals(values, flat) ? values.Clone() : values;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// As in Gymnasium, a batch knows the bounds of an integer box only as numbers, so elements without a bound are
    /// drawn
    /// uniformly from the type's range.
    /// </remarks>
    protected internal override Space Batch(int count, bool inheritRng)
    {
        int[] axes = Shapes.Prepend(count, shape);
        T[] low = new T[Shapes.Size(axes)];
        T[] high = new T[low.Length];
        for (int i = 0; i < count; i++)
        {
            Low.CopyTo(low, i * Low.Length);
            High.CopyTo(high, i * Low.Length);
        }

        Box<T> batch = new(axes, low, high, null, null);
        return inheritRng ? batch.Continue(Rng) : batch;
    }

    /// <inheritdoc/>
    protected internal override object ConcatenateValues(IReadOnlyList<object> values)
    {
        T[] batch = new T[values.Count * Low.Length];
        for (int i = 0; i < values.Count; i++)
        {
            Coerce(values[i]).CopyTo(batch, i * Low.Length);
        }

        return batch;
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<object> IterateValue(object batch) => ArrayConvert.Rows(batch, shape, this);
}
