namespace GymSharp.Neural;

/// <summary>Some neighbouring rows of a batch.</summary>
/// <param name="Index">Number of the shard, from 0.</param>
/// <param name="First">First row.</param>
/// <param name="Count">Number of rows.</param>
/// <param name="BatchRows">Rows of the whole batch.</param>
public readonly record struct Shard(int Index, int First, int Count, int BatchRows)
{
    /// <summary>This shard's part of an array with one element per row of the batch.</summary>
    public ReadOnlySpan<float> Of(ReadOnlySpan<float> perRow) => perRow.Slice(First, Count);
}
