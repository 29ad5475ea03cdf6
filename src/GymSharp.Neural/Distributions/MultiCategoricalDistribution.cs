using System.Numerics.Tensors;
using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>
/// Several independent choices. The parameters are the logits of the first, then those of the second, …
/// </summary>
/// <remarks>To forbid a choice set its logit to −1e8 first, with <see cref="Tensor.MaskedFill"/>.</remarks>
public sealed class MultiCategoricalDistribution : ActionDistribution
{
    private readonly int[] sizes;

    /// <summary>Makes the family.</summary>
    /// <param name="sizes">Number of choices of each part, at least 1 each.</param>
    /// <exception cref="ArgumentException">There are no parts, or one without choices.</exception>
    public MultiCategoricalDistribution(ReadOnlySpan<int> sizes)
        : base(TensorPrimitives.Sum(sizes), sizes.Length)
    {
        this.sizes = sizes.ToArray();
        if (sizes.Length == 0 || Array.Exists(this.sizes, size => size < 1))
        {
            throw new ArgumentException(
                $"There must be parts with at least one choice each, got [{string.Join(", ", this.sizes)}].",
                nameof(sizes));
        }
    }

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor parameters, ReadOnlySpan<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        Tensor sum = Part(parameters, 0, 0).GatherActions(actions, 0, ActionSize);
        for (int part = 1, first = sizes[0]; part < sizes.Length; first += sizes[part++])
        {
            sum += Part(parameters, part, first).GatherActions(actions, part, ActionSize);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override Tensor Entropy(Tensor parameters)
    {
        CheckedRows(parameters);
        Tensor sum = Part(parameters, 0, 0).CategoricalEntropy();
        for (int part = 1, first = sizes[0]; part < sizes.Length; first += sizes[part++])
        {
            sum += Part(parameters, part, first).CategoricalEntropy();
        }

        return sum;
    }

    /// <inheritdoc/>
    public override Tensor Divergence(Tensor oldParameters, Tensor parameters)
    {
        CheckedRows(oldParameters);
        CheckedRows(parameters);
        Tensor sum = PartDivergence(oldParameters, parameters, 0, 0);
        for (int part = 1, first = sizes[0]; part < sizes.Length; first += sizes[part++])
        {
            sum += PartDivergence(oldParameters, parameters, part, first);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void Sample(Tensor parameters, Rng rng, Span<float> actions)
    {
        ArgumentNullException.ThrowIfNull(rng);
        CheckedRows(parameters, actions.Length);
        ReadOnlySpan<float> rest = parameters.Values;
        for (int i = 0; i < actions.Length; i++)
        {
            int size = sizes[i % sizes.Length];
            actions[i] = CategoricalDistribution.Choose(rest[..size], rng);
            rest = rest[size..];
        }
    }

    /// <inheritdoc/>
    public override void Mode(Tensor parameters, Span<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        ReadOnlySpan<float> rest = parameters.Values;
        for (int i = 0; i < actions.Length; i++)
        {
            int size = sizes[i % sizes.Length];
            actions[i] = TensorPrimitives.IndexOfMax(rest[..size]);
            rest = rest[size..];
        }
    }

    /// <inheritdoc/>
    public override (Tensor LogProbability, Tensor Entropy) Evaluate(Tensor parameters, ReadOnlySpan<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        Tensor logarithms = Part(parameters, 0, 0);
        Tensor probability = logarithms.GatherActions(actions, 0, ActionSize);
        Tensor entropy = logarithms.CategoricalEntropy();
        for (int part = 1, first = sizes[0]; part < sizes.Length; first += sizes[part++])
        {
            logarithms = Part(parameters, part, first);
            probability += logarithms.GatherActions(actions, part, ActionSize);
            entropy += logarithms.CategoricalEntropy();
        }

        return (probability, entropy);
    }

    private Tensor Part(Tensor parameters, int part, int first) => parameters.Slice(first, sizes[part]).LogSoftmax();

    private Tensor PartDivergence(Tensor oldParameters, Tensor parameters, int part, int first)
    {
        Tensor logarithms = Part(parameters, part, first);
        return CategoricalDistribution.Divergence(Part(oldParameters, part, first), logarithms, logarithms.Shape);
    }
}
