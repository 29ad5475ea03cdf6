namespace GymSharp.Spaces;

/// <content>Flat forms and batches.</content>
public sealed partial class MultiDiscrete
{
    /// <inheritdoc/>
    protected internal override long FlatLength => NVec.Sum();

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => Box.Binary(dtype, FlatLength);

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        long[] numbers = Coerce(value);
        if (!Contains(numbers))
        {
            throw new ArgumentException(
                $"{PythonValues.Text(value)} is not a value of {this}, so it has no flat form.", nameof(value));
        }

        long[] positions = new long[numbers.Length];
        long offset = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = offset + numbers[i] - Start[i];
            offset += NVec[i];
        }

        return ArrayConvert.OneHot(dtype, offset, positions);
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        List<int> ones = ArrayConvert.NonZero(ArrayConvert.Expect(flat, FlatLength, this));
        long[] numbers = new long[NVec.Length];
        long offset = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (ones.Count == numbers.Length ? ones[i] : -1) - offset;
            if (numbers[i] < 0 || numbers[i] >= NVec[i])
            {
                throw new ArgumentException(
                    $"{PythonValues.Text(flat)} is not a concatenation of one-hot encoded vectors and can not be "
                    + "unflattened "
                    + $"to space {this}. Not all valid samples in a flattened space can be unflattened.",
                    nameof(flat));
            }

            numbers[i] += Start[i];
            offset += NVec[i];
        }

        return numbers;
    }

    /// <inheritdoc/>
    protected internal override Space Batch(int count, bool inheritRng)
    {
        int[] axes = Shapes.Prepend(count, shape);
        long[] low = new long[Shapes.Size(axes)];
        long[] high = new long[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            int choice = i % NVec.Length;
            low[i] = Start[choice];
            high[i] = Start[choice] + (NVec[choice] - 1);
        }

        Space batch = Box.FromArrays(dtype, low, high, axes);
        return inheritRng ? batch.Continue(Rng) : batch;
    }

    /// <inheritdoc/>
    protected internal override object ConcatenateValues(IReadOnlyList<object> values)
    {
        long[] batch = new long[values.Count * NVec.Length];
        for (int i = 0; i < values.Count; i++)
        {
            Coerce(values[i]).CopyTo(batch, i * NVec.Length);
        }

        return ArrayConvert.To(batch, dtype);
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<object> IterateValue(object batch)
    {
        IEnumerable<object> rows = ArrayConvert.Rows(batch, shape, this);
        bool isFlat = shape.Length == 1 && batch is long[];
        return isFlat ? rows.Select(row => (object)((long[])row)[0]) : rows;
    }
}
