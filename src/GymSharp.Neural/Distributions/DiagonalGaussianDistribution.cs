using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>
/// Independent normal distributions. The parameters are the means, then the logarithms of the standard deviations.
/// </summary>
public sealed class DiagonalGaussianDistribution : ActionDistribution
{
    /// <summary>Makes the family.</summary>
    /// <param name="size">Number of dimensions, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public DiagonalGaussianDistribution(int size)
        : base(2 * size, size) => ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor parameters, ReadOnlySpan<float> actions)
    {
        CheckedRows(parameters, actions.Length);
        return parameters.GaussianLogProbability(actions);
    }

    /// <inheritdoc/>
    public override Tensor Entropy(Tensor parameters)
    {
        CheckedRows(parameters);
        return Gaussians.Entropy(parameters, ActionSize);
    }

    /// <inheritdoc/>
    public override Tensor Divergence(Tensor oldParameters, Tensor parameters)
    {
        CheckedRows(oldParameters);
        CheckedRows(parameters);
        return Gaussians.Divergence(oldParameters, parameters, ActionSize);
    }

    /// <inheritdoc/>
    public override void Sample(Tensor parameters, Rng rng, Span<float> actions)
    {
        ArgumentNullException.ThrowIfNull(rng);
        int rows = CheckedRows(parameters, actions.Length);
        Gaussians.Sample(parameters, rows, rng, actions);
    }

    /// <inheritdoc/>
    public override void Mode(Tensor parameters, Span<float> actions)
    {
        int rows = CheckedRows(parameters, actions.Length);
        Gaussians.Means(parameters, rows, actions);
    }
}
