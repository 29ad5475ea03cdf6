using GymSharp.State;

namespace GymSharp.Learning.Replay;

/// <summary>
/// Weights that can be drawn from in proportion, and changed, in logarithmic time; Schaul et al. (2016), "Prioritized
/// Experience Replay", appendix B.2.1.
/// </summary>
/// <remarks>
/// A complete binary tree in an array: the children of node <c>i</c> are <c>2i</c> and <c>2i + 1</c>, a node is the sum
/// of its children, the leaves are the weights. Sums are formed anew from the children, so no error builds up.
/// </remarks>
public sealed class SumTree
{
    private readonly double[] nodes;
    private readonly int leaves;

    /// <summary>Makes weights of zero.</summary>
    /// <param name="length">Number of weights, at least 1.</param>
    public SumTree(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length);
        nodes = new double[2 * leaves];
    }

    /// <summary>Number of weights.</summary>
    public int Length { get; }

    /// <summary>Sum of all weights.</summary>
    public double Total => nodes[1];

    /// <summary>A weight.</summary>
    public double this[int index]
    {
        get
        {
            RequireIndex(index);
            return nodes[leaves + index];
        }
    }

    /// <summary>Sets a weight.</summary>
    /// <param name="index">Which.</param>
    /// <param name="weight">Its new value, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such weight, or it cannot have this value.</exception>
    public void Set(int index, double weight)
    {
        RequireIndex(index);
        if (!(weight >= 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(weight),
                weight,
                "A weight must be finite and not negative. Look for NaN in the errors it is from.");
        }

        int node = leaves + index;
        nodes[node] = weight;
        for (node /= 2; node >= 1; node /= 2)
        {
            nodes[node] = nodes[2 * node] + nodes[(2 * node) + 1];
        }
    }

    /// <summary>The weight in which a point lies when all are laid end to end; never one of zero.</summary>
    /// <param name="point">From 0 to <see cref="Total"/>.</param>
    /// <exception cref="InvalidOperationException">All weights are zero.</exception>
    public int Find(double point)
    {
        if (!(Total > 0))
        {
            throw new InvalidOperationException("All weights are zero; there is nothing to draw.");
        }

        int node = 1;
        while (node < leaves)
        {
            double left = nodes[2 * node];
            double right = nodes[(2 * node) + 1];
            // Rounding may carry the point past the end of the last weight.
            bool goLeft = right == 0 || (left > 0 && point < left);
            node = goLeft ? 2 * node : (2 * node) + 1;
            point = goLeft ? point : point - left;
        }

        return node - leaves;
    }

    /// <summary>Reads or writes the first weights; the others are zero.</summary>
    /// <param name="sync">Where to or from.</param>
    /// <param name="count">How many.</param>
    public void SyncState(StateSync sync, int count)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(nodes.AsSpan(leaves, count));
        if (sync.IsReading)
        {
            nodes.AsSpan(leaves + count).Clear();
            for (int node = leaves - 1; node >= 1; node--)
            {
                nodes[node] = nodes[2 * node] + nodes[(2 * node) + 1];
            }
        }
    }

    private void RequireIndex(int index) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
}
