namespace GymSharp.Vector;

/// <summary>Values that are stored whole: integers, and references to texts and composites.</summary>
internal sealed class ScalarRow<T> : RowLayout<T, T>
    where T : notnull
{
    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override T NewBuffer() => default!;

    /// <inheritdoc/>
    public override T? Reuse(T buffer) => default;

    /// <inheritdoc/>
    public override void Keep(T value, ref T buffer) => buffer = value;

    /// <inheritdoc/>
    public override void Write(T value, Span<T> row) => row[0] = value;

    /// <inheritdoc/>
    public override T Read(ReadOnlySpan<T> row, T buffer) => row[0];
}
