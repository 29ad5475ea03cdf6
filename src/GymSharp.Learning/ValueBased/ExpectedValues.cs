using GymSharp.Neural;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// One number per action, its expected return; Mnih et al. (2015), "Human-level control through deep reinforcement
/// learning".
/// </summary>
internal sealed class ExpectedValues(ValueLoss loss) : ActionValueModel
{
    /// <inheritdoc/>
    public override int Width => 1;

    /// <inheritdoc/>
    public override void Expect(ReadOnlySpan<float> outputs, Span<float> values) => outputs.CopyTo(values);

    /// <inheritdoc/>
    public override void Target(float reward, float discount, ReadOnlySpan<float> next, Span<float> target) =>
        target[0] = reward + (discount * next[0]);

    /// <inheritdoc/>
    protected override Tensor Average(Tensor blocks) => blocks.SumRows();

    /// <inheritdoc/>
    public override Tensor Loss(Tensor outputs, Tensor targets, Span<float> errors)
    {
        Tensor difference = outputs - targets;
        for (int row = 0; row < errors.Length; row++)
        {
            errors[row] = MathF.Abs(difference.Values[row]);
        }

        Tensor losses = loss == ValueLoss.Huber ? difference.Huber() : difference.Square();
        return losses.Reshape(new Shape(errors.Length));
    }
}
