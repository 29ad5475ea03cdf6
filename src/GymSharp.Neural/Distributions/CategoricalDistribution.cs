using System.Numerics.Tensors;
using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>One of several choices. The parameters are logits: logarithms of probabilities up to a constant.</summary>
/// <remarks>
/// To forbid a choice set its logit to −1e8 first, with <see cref="Tensor.MaskedFill"/>; minus infinity does too.
/// </remarks>
public sealed class CategoricalDistribution : ActionDistribution
{
    /// <summary>Makes the family.</summary>
    /// <param name="choices">Number of choices, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no choices.</exception>
    public CategoricalDistribution(int choices)
        : base(choices, 1) => ArgumentOutOfRangeException.ThrowIfLessThan(choices, 1);

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor parameters, ReadOnlySpan<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        return parameters.LogSoftmax().GatherActions(actions, 0, 1);
    }

    /// <inheritdoc/>
    public override Tensor Entropy(Tensor parameters)
    {
        CheckedRows(parameters);
        return parameters.LogSoftmax().CategoricalEntropy();
    }

    /// <inheritdoc/>
    public override Tensor Divergence(Tensor oldParameters, Tensor parameters)
    {
        CheckedRows(oldParameters);
        CheckedRows(parameters);
        return Divergence(oldParameters.LogSoftmax(), parameters.LogSoftmax(), parameters.Shape);
    }

    /// <inheritdoc/>
    public override void Sample(Tensor parameters, Rng rng, Span<float> actions)
    {
        ArgumentNullException.ThrowIfNull(rng);
        int rows = CheckedRows(parameters, actions.Length);
        for (int row = 0; row < rows; row++)
        {
            actions[row] = Choose(parameters.Values.Slice(row * ParameterCount, ParameterCount), rng);
        }
    }

    /// <inheritdoc/>
    public override void Mode(Tensor parameters, Span<float> actions)
    {
        int rows = CheckedRows(parameters, actions.Length);
        for (int row = 0; row < rows; row++)
        {
            actions[row] = TensorPrimitives.IndexOfMax<float>(
                parameters.Values.Slice(row * ParameterCount, ParameterCount));
        }
    }

    /// <inheritdoc/>
    public override (Tensor LogProbability, Tensor Entropy) Evaluate(Tensor parameters, ReadOnlySpan<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        Tensor logarithms = parameters.LogSoftmax();
        return (logarithms.GatherActions(actions, 0, 1), logarithms.CategoricalEntropy());
    }

    /// <summary>The divergence, given both logarithms of probabilities. Impossible choices must be finite.</summary>
    internal static Tensor Divergence(Tensor oldLogarithms, Tensor logarithms, Shape shape) =>
        (oldLogarithms.Exp() * (oldLogarithms - logarithms)).Reshape(new Shape(shape.Rows, shape.Columns)).SumRows();

    /// <summary>Draws with one number: where it falls among the running sums of the weights.</summary>
    internal static int Choose(ReadOnlySpan<float> logits, Rng rng)
    {
        float largest = TensorPrimitives.Max(logits);
        double total = 0;
        foreach (float logit in logits)
        {
            total += MathF.Exp(logit - largest);
        }

        if (!double.IsFinite(total))
        {
            throw new ArgumentException(
                $"Logits must be numbers, one of them finite; got [{string.Join(", ", logits.ToArray())}].",
                nameof(logits));
        }

        double rest = rng.Random() * total;
        int last = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            double weight = MathF.Exp(logits[i] - largest);
            if (weight > 0)
            {
                // Rounding can leave a rest after the last possible choice.
                last = i;
                rest -= weight;
            }

            if (rest < 0)
            {
                break;
            }
        }

        return last;
    }
}
