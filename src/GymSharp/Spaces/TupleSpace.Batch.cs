namespace GymSharp.Spaces;

/// <content>Flat forms and batches.</content>
public sealed partial class TupleSpace
{
    /// <inheritdoc/>
    protected internal override long FlatLength =>
        IsFlattenable ? Composite.FlatLength(spaces) : throw NotFlattenable();

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => IsFlattenable
        ? Composite.FlatBox(spaces)
        : new TupleSpace(Array.ConvertAll(spaces, space => space.FlatSpace()));

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        object[] parts = Coerce(value);
        return IsFlattenable
            ? Composite.Flatten(spaces, parts)
            : parts.Select((part, i) => spaces[i].FlattenValue(part)).ToArray();
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        if (IsFlattenable)
        {
            return Composite.Unflatten(spaces, ArrayConvert.Expect(flat, FlatLength, this));
        }

        return flat is object[] parts && parts.Length == spaces.Length
            ? parts.Select((part, i) => spaces[i].UnflattenValue(part)).ToArray()
            : throw new ArgumentException(
                $"{this} is not numpy-flattenable. Thus, you should only unflatten tuples of {spaces.Length} for "
                + "this space, "
                + $"not {PythonValues.Text(flat)}.",
                nameof(flat));
    }

    /// <inheritdoc/>
    protected internal override Space Batch(int count, bool inheritRng)
    {
        TupleSpace batch = new(Array.ConvertAll(spaces, space => space.Batch(count, inheritRng)));
        return inheritRng ? batch.Continue(Rng) : batch;
    }

    /// <inheritdoc/>
    protected internal override object ConcatenateValues(IReadOnlyList<object> values)
    {
        object[][] rows = [.. values.Select(Coerce)];
        return spaces.Select((space, i) => space.ConcatenateValues([.. rows.Select(row => row[i])])).ToArray();
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A tuple of texts, sequences, graphs or alternatives is a batch of them; otherwise its parts are batches.
    /// </remarks>
    protected internal override IEnumerable<object> IterateValue(object batch)
    {
        if (batch is not object[] parts)
        {
            throw new ArgumentException(
                $"Unable to iterate over the following elements: {PythonValues.Text(batch)}; they are no tuple.",
                nameof(batch));
        }

        bool partsAreBatches = Array.TrueForAll(
            spaces, space =>
                space is TupleSpace or DictSpace or IBox or MultiBinary or MultiDiscrete or Discrete or LongDiscrete);
        return partsAreBatches && parts.Length == spaces.Length ? Composite.Zip(spaces, parts) : parts;
    }
}
