namespace GymSharp.Vector.Wrappers;

/// <summary>A function from the row of one environment to another row.</summary>
internal abstract class RowFunction<TInput, TOutput>
{
    /// <summary>Applies the function.</summary>
    public abstract void Apply(ReadOnlySpan<TInput> row, Span<TOutput> result);
}
