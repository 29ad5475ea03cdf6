using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>Convolutions of pictures.</summary>
internal static unsafe class Convolutions
{
    public static void Forward(Tape tape, ref Node node)
    {
        ConvolutionOperands operands = new()
        {
            X = tape.At(node.A).Values,
            Weight = tape.At(node.B).Values,
            Bias = node.C < 0 ? null : tape.At(node.C).Values,
            Y = node.Values,
        };
        ConvolutionKernel.Forward(tape.Team, operands, Sizes(tape, node), (Activation)node.K);
    }

    public static void Backward(Tape tape, ref Node node)
    {
        ConvolutionSizes sizes = Sizes(tape, node);
        ConvolutionOperands operands = new()
        {
            X = tape.At(node.A).Values,
            Y = node.Values,
            YGradient = node.Gradient,
            XGradient = tape.GradientOf(node.A),
            WeightGradient = tape.GradientOf(node.B),
            BiasGradient = tape.GradientOf(node.C),
        };
        if (operands.XGradient != null)
        {
            ref Node weight = ref tape.At(node.B);
            operands.Transposed = weight.Op == Op.Parameter
                ? tape.Parameters.TransposeOf(weight.I, sizes.Inner, sizes.Outputs)
                : Turned(tape, weight.Values, sizes);
        }

        ConvolutionKernel.Backward(tape.Team, operands, sizes, (Activation)node.K, tape);
    }

    private static ConvolutionSizes Sizes(Tape tape, in Node node) =>
        new(tape.At(node.A).Shape, tape.At(node.B).Shape, node.I, node.J);

    private static float* Turned(Tape tape, float* weight, in ConvolutionSizes sizes)
    {
        float* result = tape.Take(sizes.Inner * sizes.Outputs);
        Transposition.Run(weight, result, sizes.Inner, sizes.Outputs);
        return result;
    }
}
