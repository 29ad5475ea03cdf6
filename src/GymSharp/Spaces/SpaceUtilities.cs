namespace GymSharp.Spaces;

/// <summary>Flat forms of values for learning code, and batches of values for vector environments.</summary>
public static class SpaceUtilities
{
    /// <summary>Length of a flattened value.</summary>
    /// <exception cref="ArgumentException">Values have no fixed length, or one that no array can have.</exception>
    public static int FlatDimension(Space space)
    {
        long length = LongFlatDimension(space);
        return length <= Array.MaxLength
            ? (int)length
            : throw new ArgumentException(
                $"A flattened value of {space} has {length} elements, too many for an array.", nameof(space));
    }

    /// <summary>Length of a flattened value, even where no array could have it.</summary>
    /// <exception cref="ArgumentException">Values have no fixed length.</exception>
    public static long LongFlatDimension(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.FlatLength;
    }

    /// <summary>
    /// The space of flattened values: a <see cref="Box{T}"/> with one axis, where values have a fixed length.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A tuple or dictionary without parts, or too many elements for an array.
    /// </exception>
    public static Space FlattenSpace(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.FlatSpace();
    }

    /// <summary>
    /// A value as flat numbers: elements of a box, one-hot vectors for discrete choices, indices of characters padded
    /// with
    /// the number of characters for text, the parts behind each other for tuples and dictionaries.
    /// </summary>
    /// <returns>
    /// An array of the element type of <see cref="FlattenSpace"/>; for sequences and graphs, and composite spaces that
    /// contain one, the same structure with flattened parts.
    /// </returns>
    /// <exception cref="ArgumentException">The value does not belong to the space.</exception>
    public static object Flatten(Space space, object value)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(value);
        return space.FlattenValue(value);
    }

    /// <summary>Undoes <see cref="Flatten"/>.</summary>
    /// <param name="space">The space that the value belongs to.</param>
    /// <param name="flat">
    /// What <see cref="Flatten"/> gave, or an array of as many numbers of another element type.
    /// </param>
    /// <exception cref="ArgumentException">The numbers are not a flattened value of the space.</exception>
    public static object Unflatten(Space space, object flat)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(flat);
        return space.UnflattenValue(flat);
    }

    /// <summary>The space of <paramref name="count"/> values at once, as a vector environment shows them.</summary>
    /// <remarks>
    /// A box, or bits, gain an axis in front; a discrete space becomes a <see cref="MultiDiscrete"/>; that, in turn, a
    /// box;
    /// the parts of tuples and dictionaries become batches (a dictionary's keys are then sorted); anything else becomes
    /// a
    /// tuple of copies. The batch continues the space's stream of random numbers with a copy of its generator.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public static Space BatchSpace(Space space, int count)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return space.Batch(count, inheritRng: true);
    }

    /// <summary>Puts values of a space together to a value of <see cref="BatchSpace"/>.</summary>
    /// <exception cref="ArgumentException">An item is not a value of the space.</exception>
    public static object Concatenate(Space space, IReadOnlyList<object> items)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(items);
        return space.ConcatenateValues(items);
    }

    /// <summary>Takes a value of a batched space apart along its first axis.</summary>
    /// <param name="batchSpace">The batched space, as <see cref="BatchSpace"/> gives it.</param>
    /// <param name="batch">A value of it.</param>
    /// <exception cref="ArgumentException">The value is not a batch.</exception>
    public static IEnumerable<object> Iterate(Space batchSpace, object batch)
    {
        ArgumentNullException.ThrowIfNull(batchSpace);
        ArgumentNullException.ThrowIfNull(batch);
        return batchSpace.IterateValue(batch);
    }

    /// <summary>
    /// Takes a batch apart into values of the single space: the reverse of <see cref="Concatenate"/>.
    /// </summary>
    /// <param name="space">The space of one value.</param>
    /// <param name="batch">A value of the batched space.</param>
    /// <exception cref="ArgumentException">The value is not a batch of the space's values.</exception>
    public static IEnumerable<object> Split(Space space, object batch)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(batch);
        return space.Batch(1, inheritRng: false).IterateValue(batch).Select(space.CoerceValue);
    }
}
