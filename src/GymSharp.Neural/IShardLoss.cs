namespace GymSharp.Neural;

/// <summary>A loss over some rows of a batch.</summary>
public interface IShardLoss
{
    /// <summary>
    /// Computes the share of the loss that some rows contribute; it runs on several threads at once, so it changes
    /// nothing but what belongs to its shard.
    /// </summary>
    /// <param name="tape">The shard's own tape, empty.</param>
    /// <param name="shard">Which shard, and which rows of the batch.</param>
    /// <returns>
    /// One number. The shares of all shards are added, so a mean over the batch is the sum over these rows divided by
    /// the rows of the whole batch.
    /// </returns>
    Tensor Evaluate(Tape tape, in Shard shard);
}
