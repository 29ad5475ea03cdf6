namespace GymSharp.Vector;

/// <summary>Moves values of one environment into and out of the memory of a batch.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
/// <typeparam name="TElement">Element type of the batch.</typeparam>
internal abstract class RowLayout<T, TElement>
    where T : notnull
    where TElement : notnull
{
    /// <summary>Elements of one value.</summary>
    public abstract int Size { get; }

    /// <summary>Memory that holds one environment's value between calls.</summary>
    public abstract T NewBuffer();

    /// <summary>What an environment may write its next value into, or null.</summary>
    public abstract T? Reuse(T buffer);

    /// <summary>Takes over a value that an environment gave, copying it unless it lies in the buffer already.</summary>
    public abstract void Keep(T value, ref T buffer);

    /// <summary>Writes a value into its row.</summary>
    public abstract void Write(T value, Span<TElement> row);

    /// <summary>Reads a value from its row, into the buffer where the value is an array.</summary>
    public abstract T Read(ReadOnlySpan<TElement> row, T buffer);
}
