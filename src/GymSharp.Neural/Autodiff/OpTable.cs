namespace GymSharp.Neural.Autodiff;

/// <summary>How every operation is computed, and how a gradient goes back through it: one line each.</summary>
internal static class OpTable
{
    private static readonly Rule[] Rules = Make();

    private delegate void Pass(Tape tape, ref Node node);

    public static void Forward(Tape tape, ref Node node) => Rules[(int)node.Op].Forward?.Invoke(tape, ref node);

    public static void Backward(Tape tape, ref Node node) => Rules[(int)node.Op].Backward?.Invoke(tape, ref node);

    private static Rule[] Make()
    {
        Rule[] rules = new Rule[Enum.GetValues<Op>().Length];
        void Set(Op op, Pass? forward, Pass? backward) => rules[(int)op] = new(forward, backward);

        Set(Op.Input, null, null);
        Set(Op.Parameter, null, null);
        Set(Op.Detach, null, null);
        Set(Op.Reshape, null, Rearranging.ReshapeBack);
        Set(Op.Linear, Products.Linear, Products.LinearBack);
        Set(Op.MatMul, Products.MatMul, Products.MatMulBack);
        Set(Op.Add, Pairs.Add, Pairs.AddBack);
        Set(Op.Subtract, Pairs.Subtract, Pairs.SubtractBack);
        Set(Op.Multiply, Pairs.Multiply, Pairs.MultiplyBack);
        Set(Op.Divide, Pairs.Divide, Pairs.DivideBack);
        Set(Op.Minimum, Pairs.Minimum, Pairs.MinimumBack);
        Set(Op.Maximum, Pairs.Maximum, Pairs.MaximumBack);
        Set(Op.AddScalar, Elements.AddScalar, Elements.AddScalarBack);
        Set(Op.MultiplyScalar, Elements.MultiplyScalar, Elements.MultiplyScalarBack);
        Set(Op.Tanh, Elements.Tanh, Elements.TanhBack);
        Set(Op.Relu, Elements.Relu, Elements.ReluBack);
        Set(Op.Sigmoid, Elements.Sigmoid, Elements.SigmoidBack);
        Set(Op.Gelu, Elements.Gelu, Elements.GeluBack);
        Set(Op.Softplus, Elements.Softplus, Elements.SoftplusBack);
        Set(Op.Exp, Elements.Exp, Elements.ExpBack);
        Set(Op.Log, Elements.Log, Elements.LogBack);
        Set(Op.Square, Elements.Square, Elements.SquareBack);
        Set(Op.Sqrt, Elements.Sqrt, Elements.SqrtBack);
        Set(Op.Abs, Elements.Abs, Elements.AbsBack);
        Set(Op.Clamp, Elements.Clamp, Elements.ClampBack);
        Set(Op.Huber, Elements.Huber, Elements.HuberBack);
        Set(Op.Sum, Reductions.Sum, Reductions.SumBack);
        Set(Op.SumRows, Reductions.SumRows, Reductions.SumRowsBack);
        Set(Op.LogSoftmax, Reductions.LogSoftmax, Reductions.LogSoftmaxBack);
        Set(Op.Softmax, Reductions.Softmax, Reductions.SoftmaxBack);
        Set(Op.Gather, Rearranging.Gather, Rearranging.GatherBack);
        Set(Op.Slice, Rearranging.Slice, Rearranging.SliceBack);
        Set(Op.Concat, Rearranging.Concat, Rearranging.ConcatBack);
        Set(Op.RepeatRows, Rearranging.RepeatRows, Rearranging.RepeatRowsBack);
        Set(Op.MaskedFill, Rearranging.MaskedFill, Rearranging.MaskedFillBack);
        Set(Op.CategoricalEntropy, Densities.CategoricalEntropy, Densities.CategoricalEntropyBack);
        Set(
            Op.GaussianLogProbability, Densities.GaussianLogProbability, Densities.GaussianLogProbabilityBack);
        Set(Op.GatherBlocks, ActionValues.Gather, ActionValues.GatherBack);
        Set(Op.Dueling, ActionValues.Dueling, ActionValues.DuelingBack);
        Set(Op.QuantileHuber, Quantiles.Huber, Quantiles.HuberBack);
        Set(Op.LayerNorm, Normalizing.Forward, Normalizing.Backward);
        Set(Op.Convolution, Convolutions.Forward, Convolutions.Backward);
        Set(Op.MaxPool, Pooling.Max, Pooling.MaxBack);
        Set(Op.GatherRows, Rearranging.GatherRows, Rearranging.GatherRowsBack);
        Set(Op.SliceRows, null, Rearranging.SliceRowsBack);
        Set(Op.Lstm, LstmOps.Forward, LstmOps.Backward);
        Set(Op.Gru, GruOps.Forward, GruOps.Backward);
        return rules;
    }

    private readonly record struct Rule(Pass? Forward, Pass? Backward);
}
