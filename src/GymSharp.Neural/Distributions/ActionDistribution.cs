using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>
/// A family of distributions over actions. A network gives the parameters, one row per sample; an action is a row of
/// float32 numbers of every kind, an index among them being a whole number.
/// </summary>
/// <remarks>A family keeps nothing between calls, so that one serves acting and learning, on any tape.</remarks>
public abstract class ActionDistribution
{
    private protected ActionDistribution(int parameterCount, int actionSize)
    {
        ParameterCount = parameterCount;
        ActionSize = actionSize;
    }

    /// <summary>Numbers per row that the network gives.</summary>
    public int ParameterCount { get; }

    /// <summary>Numbers per action.</summary>
    public int ActionSize { get; }

    /// <summary>Logarithm of the probability, or of its density, of each row's action: [rows].</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <param name="actions">Actions, row after row, [rows, ActionSize].</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or an action is impossible.</exception>
    public abstract Tensor LogProbability(Tensor parameters, ReadOnlySpan<float> actions);

    /// <summary>Entropy of each row's distribution, in nats: [rows].</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    /// <exception cref="NotSupportedException">The family's entropy has no closed form.</exception>
    public abstract Tensor Entropy(Tensor parameters);

    /// <summary>Kullback-Leibler divergence of each row, <c>KL(old ‖ new)</c>, in nats: [rows].</summary>
    /// <param name="oldParameters">Parameters of the old distribution, [rows, ParameterCount].</param>
    /// <param name="parameters">Parameters of the new one.</param>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    public abstract Tensor Divergence(Tensor oldParameters, Tensor parameters);

    /// <summary>Draws an action per row.</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <param name="rng">Draws.</param>
    /// <param name="actions">Receives the actions, [rows, ActionSize].</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or the parameters are not numbers.</exception>
    public abstract void Sample(Tensor parameters, Rng rng, Span<float> actions);

    /// <summary>The most probable action of each row; of several the first.</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <param name="actions">Receives the actions, [rows, ActionSize].</param>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    public abstract void Mode(Tensor parameters, Span<float> actions);

    /// <summary><see cref="LogProbability"/> and <see cref="Entropy"/> with their common part computed once.</summary>
    /// <param name="parameters">Parameters, [rows, ParameterCount].</param>
    /// <param name="actions">Actions, row after row, [rows, ActionSize].</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or an action is impossible.</exception>
    /// <exception cref="NotSupportedException">The family's entropy has no closed form.</exception>
    public virtual (Tensor LogProbability, Tensor Entropy) Evaluate(Tensor parameters, ReadOnlySpan<float> actions) =>
        (LogProbability(parameters, actions), Entropy(parameters));

    private protected int CheckedRows(Tensor parameters)
    {
        if (parameters.Shape.Columns != ParameterCount)
        {
            throw new ArgumentException(
                $"This distribution takes rows of {ParameterCount} parameters, got {parameters.Shape}. "
                + "Give the network's last layer as many outputs.",
                nameof(parameters));
        }

        return parameters.Shape.Rows;
    }

    private protected int CheckedRows(Tensor parameters, int actionNumbers)
    {
        int rows = CheckedRows(parameters);
        if (actionNumbers != rows * ActionSize)
        {
            throw new ArgumentException(
                $"{rows} rows of parameters go with {rows} × {ActionSize} numbers of actions, got {actionNumbers}.",
                nameof(actionNumbers));
        }

        return rows;
    }
}
