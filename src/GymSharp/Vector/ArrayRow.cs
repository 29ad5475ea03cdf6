namespace GymSharp.Vector;

/// <summary>Values that are arrays of one length.</summary>
internal sealed class ArrayRow<TElement>(int size) : RowLayout<TElement[], TElement>
    where TElement : notnull
{
    /// <inheritdoc/>
    public override int Size => size;

    /// <inheritdoc/>
    public override TElement[] NewBuffer() => new TElement[size];

    /// <inheritdoc/>
    public override TElement[] Reuse(TElement[] buffer) => buffer;

    /// <inheritdoc/>
    public override void Keep(TElement[] value, ref TElement[] buffer)
    {
        if (!ReferenceEquals(value, buffer))
        {
            if (value.Length != size)
            {
                throw new InvalidOperationException(
                    $"The environment gave an observation of {value.Length} elements; its observation space "
                    + $"says {size}.");
            }

            value.CopyTo(buffer, 0);
        }
    }

    /// <inheritdoc/>
    public override void Write(TElement[] value, Span<TElement> row) => value.CopyTo(row);

    /// <inheritdoc/>
    public override TElement[] Read(ReadOnlySpan<TElement> row, TElement[] buffer)
    {
        row.CopyTo(buffer);
        return buffer;
    }
}
