using GymSharp.Neural;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Quantiles of the distribution of returns, each as likely as the others; Dabney et al. (2018), "Distributional
/// Reinforcement Learning with Quantile Regression".
/// </summary>
internal sealed class QuantileValues(int count, float kappa) : ActionValueModel
{
    /// <inheritdoc/>
    public override int Width => count;

    /// <inheritdoc/>
    public override void Expect(ReadOnlySpan<float> outputs, Span<float> values)
    {
        for (int action = 0; action < values.Length; action++)
        {
            values[action] = Mean(outputs.Slice(action * count, count));
        }
    }

    /// <inheritdoc/>
    public override void Target(float reward, float discount, ReadOnlySpan<float> next, Span<float> target)
    {
        for (int i = 0; i < count; i++)
        {
            target[i] = reward + (discount * next[i]);
        }
    }

    /// <inheritdoc/>
    public override Tensor Loss(Tensor outputs, Tensor targets, Span<float> errors)
    {
        for (int row = 0; row < errors.Length; row++)
        {
            float expected = Mean(targets.Values.Slice(row * count, count));
            errors[row] = MathF.Abs(expected - Mean(outputs.Values.Slice(row * count, count)));
        }

        return outputs.QuantileHuber(targets, kappa);
    }

    /// <inheritdoc/>
    protected override Tensor Average(Tensor blocks) => blocks.SumRows() * (1f / count);

    private static float Mean(ReadOnlySpan<float> quantiles) => OrderedSum.Of(quantiles) / quantiles.Length;
}
