using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>Independent switches, 1 or 0. The parameters are logits: <c>log(p / (1 − p))</c>.</summary>
public sealed class BernoulliDistribution : ActionDistribution
{
    /// <summary>Makes the family.</summary>
    /// <param name="count">Number of switches, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public BernoulliDistribution(int count)
        : base(count, count) => ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor parameters, ReadOnlySpan<float> actions)
    {
        int rows = CheckedRows(parameters, actions.Length);
        Tensor taken = parameters.Tape.Input(actions, parameters.Shape);
        return ((parameters * taken) - parameters.Softplus()).Reshape(new Shape(rows, ParameterCount)).SumRows();
    }

    /// <inheritdoc/>
    public override Tensor Entropy(Tensor parameters)
    {
        int rows = CheckedRows(parameters);
        Tensor entropy = parameters.Softplus() - (parameters * parameters.Sigmoid());
        return entropy.Reshape(new Shape(rows, ParameterCount)).SumRows();
    }

    /// <inheritdoc/>
    public override Tensor Divergence(Tensor oldParameters, Tensor parameters)
    {
        CheckedRows(oldParameters);
        int rows = CheckedRows(parameters);
        Tensor divergence = (oldParameters.Sigmoid() * (oldParameters - parameters))
            - oldParameters.Softplus() + parameters.Softplus();
        return divergence.Reshape(new Shape(rows, ParameterCount)).SumRows();
    }

    /// <inheritdoc/>
    public override void Sample(Tensor parameters, Rng rng, Span<float> actions)
    {
        ArgumentNullException.ThrowIfNull(rng);
        CheckedRows(parameters, actions.Length);
        for (int i = 0; i < actions.Length; i++)
        {
            actions[i] = rng.Random() * (1 + Math.Exp(-parameters.Values[i])) < 1 ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override void Mode(Tensor parameters, Span<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        for (int i = 0; i < actions.Length; i++)
        {
            actions[i] = parameters.Values[i] > 0 ? 1 : 0;
        }
    }
}
