using System.Numerics.Tensors;
using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>
/// <c>tanh(u)</c> of normally distributed u: actions between −1 and 1. The parameters are the means of u, then the
/// logarithms of its standard deviations. Haarnoja et al. (2018), "Soft Actor-Critic", appendix C.
/// </summary>
public sealed class SquashedGaussianDistribution : ActionDistribution
{
    // The next float32 below 1 is 1 − 2^-24; nearer to 1 the inverse of tanh would be infinite.
    private const float Edge = 1 - 6e-8f;
    private const float LogTwo = 0.6931471806f;
    private const float HalfLogTwoPi = 0.9189385332f;

    /// <summary>Makes the family.</summary>
    /// <param name="size">Number of dimensions, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public SquashedGaussianDistribution(int size)
        : base(2 * size, size) => ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);

    /// <inheritdoc/>
    public override Tensor LogProbability(Tensor parameters, ReadOnlySpan<float> actions)
    {
        int rows = CheckedRows(parameters, actions.Length);
        Tensor unsquashed = parameters.Tape.Input(actions, new Shape(rows, ActionSize));
        foreach (ref float number in unsquashed.Values)
        {
            number = (float)Math.Atanh(Math.Clamp(number, -Edge, Edge));
        }

        return parameters.GaussianLogProbability(unsquashed.Values) - LogSlope(unsquashed);
    }

    /// <summary>Not supported: the entropy has no closed form.</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Tensor Entropy(Tensor parameters) => throw new NotSupportedException(
        "The entropy of a squashed Gaussian has no closed form. Use the mean of minus the log-probability of samples.");

    /// <summary>The divergence; squashing both alike does not change it.</summary>
    /// <param name="oldParameters">Parameters of the old distribution, [rows, ParameterCount].</param>
    /// <param name="parameters">Parameters of the new one.</param>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
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
        TensorPrimitives.Tanh(actions, actions);
    }

    /// <summary>The squashed means, as is usual for playing without exploration.</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <param name="actions">Receives the actions, [rows, ActionSize].</param>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    public override void Mode(Tensor parameters, Span<float> actions)
    {
        int rows = CheckedRows(parameters, actions.Length);
        Gaussians.Means(parameters, rows, actions);
        TensorPrimitives.Tanh(actions, actions);
    }

    /// <summary>
    /// Draws actions through which gradients flow to the parameters, with their log-probabilities (the
    /// reparametrisation
    /// <c>u = μ + σ noise</c>).
    /// </summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <param name="rng">Draws.</param>
    /// <returns>Actions [rows, ActionSize] and log-probabilities [rows].</returns>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    public (Tensor Actions, Tensor LogProbability) SampleThrough(Tensor parameters, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        int rows = CheckedRows(parameters);
        Tensor noise = parameters.Tape.Empty(new Shape(rows, ActionSize));
        rng.StandardNormal(noise.Values);
        Tensor logDeviation = parameters.Slice(ActionSize, ActionSize);
        Tensor unsquashed = parameters.Slice(0, ActionSize) + (logDeviation.Exp() * noise);
        Tensor density = ((noise.Square() * -0.5f) - logDeviation).SumRows() - (ActionSize * HalfLogTwoPi);
        return (unsquashed.Tanh(), density - LogSlope(unsquashed));
    }

    /// <summary>
    /// Squashes what was drawn around the means elsewhere, through which gradients flow, with its log-probabilities.
    /// </summary>
    /// <param name="means">Means of u, [rows, ActionSize].</param>
    /// <param name="shift">What was drawn from normal distributions around 0, [rows, ActionSize].</param>
    /// <param name="variance">The variances of those, [rows, ActionSize].</param>
    /// <returns>Actions [rows, ActionSize] and log-probabilities [rows].</returns>
    public (Tensor Actions, Tensor LogProbability) SampleThrough(Tensor means, Tensor shift, Tensor variance)
    {
        Tensor unsquashed = means + shift;
        Tensor density = (((shift.Square() / variance) + variance.Log()) * -0.5f).SumRows()
            - (ActionSize * HalfLogTwoPi);
        return (unsquashed.Tanh(), density - LogSlope(unsquashed));
    }

    // Σ log(1 − tanh²u) = Σ 2 (log 2 − u − log(1 + e^-2u)), which stays exact where tanh u rounds to 1.
    private static Tensor LogSlope(Tensor unsquashed) =>
        ((LogTwo - unsquashed - (unsquashed * -2f).Softplus()) * 2f).SumRows();
}
