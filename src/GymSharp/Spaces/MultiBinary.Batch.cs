namespace GymSharp.Spaces;

/// <content>Flat forms and batches.</content>
public sealed partial class MultiBinary
{
    /// <inheritdoc/>
    protected internal override long FlatLength => size;

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => new Box<sbyte>(0, 1, size);

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value) => Coerce(value).Clone();

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        sbyte[] bits = ArrayConvert.To<sbyte>(ArrayConvert.Expect(flat, size, this));
        return ReferenceEquals(bits, flat) ? bits.Clone() : bits;
    }

    /// <inheritdoc/>
    protected internal override Space Batch(int count, bool inheritRng)
    {
        int[] axes = Shapes.Prepend(count, shape);
        int length = Shapes.Size(axes);
        Box<sbyte> batch = new(new sbyte[length], BoundArrays.Fill((sbyte)1, length), axes);
        return inheritRng ? batch.Continue(Rng) : batch;
    }

    /// <inheritdoc/>
    protected internal override object ConcatenateValues(IReadOnlyList<object> values)
    {
        sbyte[] batch = new sbyte[values.Count * size];
        for (int i = 0; i < values.Count; i++)
        {
            Coerce(values[i]).CopyTo(batch, i * size);
        }

        return batch;
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<object> IterateValue(object batch) => ArrayConvert.Rows(batch, shape, this);
}
