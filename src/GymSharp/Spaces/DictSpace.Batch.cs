namespace GymSharp.Spaces;

/// <content>Flat forms and batches.</content>
public sealed partial class DictSpace
{
    /// <inheritdoc/>
    protected internal override long FlatLength =>
        IsFlattenable ? Composite.FlatLength(spaces) : throw NotFlattenable();

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => IsFlattenable
        ? Composite.FlatBox(spaces)
        : new DictSpace(keys.Zip(spaces).ToDictionary(pair => pair.First, pair => pair.Second.FlatSpace()));

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        DictValue entries = Coerce(value);
        return IsFlattenable
            ? Composite.Flatten(spaces, [.. keys.Select(key => entries[key])])
            : Map((key, space) => space.FlattenValue(entries[key]));
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        if (IsFlattenable)
        {
            object[] values = Composite.Unflatten(spaces, ArrayConvert.Expect(flat, FlatLength, this));
            return new DictValue([.. keys.Zip(values, KeyValuePair.Create)], checkedKeys: true);
        }

        return flat is IReadOnlyDictionary<string, object> entries && Array.TrueForAll(keys, entries.ContainsKey)
            ? Map((key, space) => space.UnflattenValue(entries[key]))
            : throw new ArgumentException(
                $"{this} is not numpy-flattenable. Thus, you should only unflatten dictionaries with its keys for "
                + "this space, "
                + $"not {PythonValues.Text(flat)}.",
                nameof(flat));
    }

    /// <inheritdoc/>
    /// <remarks>As in Gymnasium, the keys of a batch are sorted.</remarks>
    protected internal override Space Batch(int count, bool inheritRng)
    {
        DictSpace batch =
            new(keys.Zip(spaces).ToDictionary(pair => pair.First, pair => pair.Second.Batch(count, inheritRng)));
        return inheritRng ? batch.Continue(Rng) : batch;
    }

    /// <inheritdoc/>
    protected internal override object ConcatenateValues(IReadOnlyList<object> values)
    {
        DictValue[] rows = [.. values.Select(Coerce)];
        return Map((key, space) => space.ConcatenateValues([.. rows.Select(row => row[key])]));
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<object> IterateValue(object batch)
    {
        if (batch is not IReadOnlyDictionary<string, object> entries || !Array.TrueForAll(keys, entries.ContainsKey))
        {
            throw new ArgumentException(
                $"Unable to iterate over the following elements: {PythonValues.Text(batch)}; "
                + "a dictionary with the keys "
                + $"{string.Join(", ", keys)} is expected.",
                nameof(batch));
        }

        return Composite.Zip(spaces, [.. keys.Select(key => entries[key])])
            .Select(row => new DictValue([.. keys.Zip(row, KeyValuePair.Create)], checkedKeys: true));
    }
}
