namespace GymSharp.Neural.Autodiff;

/// <summary>How every operation is computed, and how a gradient goes back through it: one line each.</summary>
internal static class OpTable
{
    private static readonly Rule[] Rules = InOrder(
    [
        new(Op.Input, null, null),
        new(Op.Parameter, null, null),
        new(Op.Detach, null, null),
        new(Op.Reshape, null, Rearranging.ReshapeBack),
        new(Op.Linear, Products.Linear, Products.LinearBack),
        new(Op.MatMul, Products.MatMul, Products.MatMulBack),
        new(Op.Add, Pairs.Add, Pairs.AddBack),
        new(Op.Subtract, Pairs.Subtract, Pairs.SubtractBack),
        new(Op.Multiply, Pairs.Multiply, Pairs.MultiplyBack),
        new(Op.Divide, Pairs.Divide, Pairs.DivideBack),
        new(Op.Minimum, Pairs.Minimum, Pairs.MinimumBack),
        new(Op.Maximum, Pairs.Maximum, Pairs.MaximumBack),
        new(Op.AddScalar, Elements.AddScalar, Elements.AddScalarBack),
        new(Op.MultiplyScalar, Elements.MultiplyScalar, Elements.MultiplyScalarBack),
        new(Op.Tanh, Elements.Tanh, Elements.TanhBack),
        new(Op.Relu, Elements.Relu, Elements.ReluBack),
        new(Op.Sigmoid, Elements.Sigmoid, Elements.SigmoidBack),
        new(Op.Gelu, Elements.Gelu, Elements.GeluBack),
        new(Op.Softplus, Elements.Softplus, Elements.SoftplusBack),
        new(Op.Exp, Elements.Exp, Elements.ExpBack),
        new(Op.Log, Elements.Log, Elements.LogBack),
        new(Op.Square, Elements.Square, Elements.SquareBack),
        new(Op.Sqrt, Elements.Sqrt, Elements.SqrtBack),
        new(Op.Abs, Elements.Abs, Elements.AbsBack),
        new(Op.Clamp, Elements.Clamp, Elements.ClampBack),
        new(Op.Huber, Elements.Huber, Elements.HuberBack),
        new(Op.Sum, Reductions.Sum, Reductions.SumBack),
        new(Op.SumRows, Reductions.SumRows, Reductions.SumRowsBack),
        new(Op.LogSoftmax, Reductions.LogSoftmax, Reductions.LogSoftmaxBack),
        new(Op.Softmax, Reductions.Softmax, Reductions.SoftmaxBack),
        new(Op.Gather, Rearranging.Gather, Rearranging.GatherBack),
        new(Op.Slice, Rearranging.Slice, Rearranging.SliceBack),
        new(Op.Concat, Rearranging.Concat, Rearranging.ConcatBack),
        new(Op.RepeatRows, Rearranging.RepeatRows, Rearranging.RepeatRowsBack),
        new(Op.MaskedFill, Rearranging.MaskedFill, Rearranging.MaskedFillBack),
        new(Op.CategoricalEntropy, Densities.CategoricalEntropy, Densities.CategoricalEntropyBack),
        new(Op.GaussianLogProbability, Densities.GaussianLogProbability, Densities.GaussianLogProbabilityBack),
        new(Op.GatherBlocks, ActionValues.Gather, ActionValues.GatherBack),
        new(Op.Dueling, ActionValues.Dueling, ActionValues.DuelingBack),
        new(Op.QuantileHuber, Quantiles.Huber, Quantiles.HuberBack),
        new(Op.LayerNorm, Normalizing.Forward, Normalizing.Backward),
        new(Op.Convolution, Convolutions.Forward, Convolutions.Backward),
        new(Op.MaxPool, Pooling.Max, Pooling.MaxBack),
        new(Op.GatherRows, Rearranging.GatherRows, Rearranging.GatherRowsBack),
        new(Op.SliceRows, null, Rearranging.SliceRowsBack),
        new(Op.Lstm, LstmOps.Forward, LstmOps.Backward),
        new(Op.Gru, GruOps.Forward, GruOps.Backward),
    ]);

    private delegate void Pass(Tape tape, ref Node node);

    public static void Forward(Tape tape, ref Node node) => Rules[(int)node.Op].Forward?.Invoke(tape, ref node);

    public static void Backward(Tape tape, ref Node node) => Rules[(int)node.Op].Backward?.Invoke(tape, ref node);

    // By the number of the operation, so that finding a rule costs one load.
    private static Rule[] InOrder(ReadOnlySpan<Rule> rules)
    {
        Rule[] ordered = new Rule[rules.Length];
        foreach (Rule rule in rules)
        {
            ordered[(int)rule.Op] = rule;
        }

        return ordered;
    }

    private readonly record struct Rule(Op Op, Pass? Forward, Pass? Backward);
}
