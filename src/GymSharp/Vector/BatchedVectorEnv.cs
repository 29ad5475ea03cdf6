namespace GymSharp.Vector;

/// <summary>Makes a <see cref="VectorEnv"/> of a SIMD batch.</summary>
public static class BatchedVectorEnv
{
    /// <summary>Wraps a SIMD batch whose actions are integers or single numbers.</summary>
    /// <exception cref="NotSupportedException">The actions are of another type; the message names it.</exception>
    public static VectorEnv Wrap(BatchedEnv batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch switch
        {
            BatchedEnv<int> discrete => new BatchedVectorEnv<int>(discrete),
            BatchedEnv<float> continuous => new BatchedVectorEnv<float>(continuous),
            _ => throw new NotSupportedException(
                $"{batch.GetType().Name} takes neither int nor float actions; "
                + "construct BatchedVectorEnv<TAction> directly."),
        };
    }
}
