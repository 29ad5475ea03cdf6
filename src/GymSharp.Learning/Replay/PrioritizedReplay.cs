using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

/// <summary>
/// Takes transitions out of a replay buffer the more often, the more was to be learned from them last time; Schaul et
/// al. (2016), "Prioritized Experience Replay", the proportional variant.
/// </summary>
/// <remarks>
/// A transition with error δ has the priority <c>p = |δ| + ε</c> and is drawn with the probability
/// <c>P(i) = p_i^α / Σ p^α</c>; its gradient is weighted by <c>(N P(i))^-β</c>, divided by the largest such weight of
/// the batch. A new transition has the largest priority seen so far. Each of <c>k</c> draws comes from its own
/// <c>k</c>-th part of the sum.
/// </remarks>
public sealed class PrioritizedReplay
{
    private readonly ReplayBuffer buffer;
    private readonly SumTree tree;
    private readonly double alpha;
    private readonly double epsilon;
    private double largest = 1;

    /// <summary>Takes over an empty buffer.</summary>
    /// <param name="buffer">Holds the transitions; add to it only through this object.</param>
    /// <param name="alpha">α: 0 draws all alike, 1 in proportion to the error.</param>
    /// <param name="epsilon">Added to the error, so that no transition is lost for ever; above 0.</param>
    public PrioritizedReplay(ReplayBuffer buffer, double alpha = 0.6, double epsilon = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(alpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        this.buffer = buffer;
        this.alpha = alpha;
        this.epsilon = epsilon;
        tree = new SumTree(buffer.Slots);
    }

    /// <summary>Adds a transition; see <see cref="ReplayBuffer.Add"/>.</summary>
    public int Add(
        int env,
        ReadOnlySpan<float> action,
        StepOutcome outcome,
        ReadOnlySpan<float> next,
        ReadOnlySpan<bool> mask = default)
    {
        int slot = buffer.Add(env, action, outcome, next, mask);
        tree.Set(slot, Math.Pow(largest, alpha));

        // The slots ahead were forgotten.
        int ahead = buffer.After(slot);
        tree.Set(ahead, 0);
        if (outcome is { Truncated: true, Terminated: false })
        {
            tree.Set(buffer.After(ahead), 0);
        }

        return slot;
    }

    /// <summary>Takes transitions out at random by priority, with their importance weights.</summary>
    /// <param name="batch">Filled.</param>
    /// <param name="window">How many steps a transition spans.</param>
    /// <param name="beta">β: how far weights make up for the preference, 0 (not at all) to 1 (fully).</param>
    /// <param name="rng">Draws.</param>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(TransitionBatch batch, ReplayWindow window, double beta, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(rng);
        buffer.RequireTransitions();
        double part = tree.Total / batch.Count;
        double heaviest = 0;
        for (int row = 0; row < batch.Count; row++)
        {
            int slot = tree.Find((row + rng.Random()) * part);
            double weight = Math.Pow(buffer.Count * tree[slot] / tree.Total, -beta);
            heaviest = Math.Max(heaviest, weight);
            batch.Weights[row] = (float)weight;
            buffer.Read(slot, window, batch, row);
        }

        foreach (ref float weight in batch.Weights)
        {
            weight = (float)(weight / heaviest);
        }
    }

    /// <summary>Sets priorities by what was learned.</summary>
    /// <param name="slots">Where the transitions lie; of one named twice the last error counts.</param>
    /// <param name="errors">Their errors, of any sign.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Update(ReadOnlySpan<int> slots, ReadOnlySpan<float> errors)
    {
        if (slots.Length != errors.Length)
        {
            throw new ArgumentException($"Got {slots.Length} slots and {errors.Length} errors.", nameof(errors));
        }

        for (int i = 0; i < slots.Length; i++)
        {
            // What was forgotten since it was drawn stays forgotten.
            if (buffer.Holds(slots[i]))
            {
                double priority = Math.Abs(errors[i]) + epsilon;
                largest = Math.Max(largest, priority);
                tree.Set(slots[i], Math.Pow(priority, alpha));
            }
        }
    }

    /// <summary>Reads or writes the priorities, after the buffer.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref largest);
        tree.SyncState(sync, buffer.FilledSlots);
    }
}
