using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>Convolutions of pictures.</summary>
internal static unsafe class Convolutions
{
    public static void Forward(Tape tape, ref Node node)
    {
        ConvolutionSizes sizes = Sizes(tape, node);
        ConvolutionOperands operands = new()
        {
            X = tape.At(node.A).Values,
            Weight = Weights.Plain(tape, tape.At(node.B), sizes.Inner, sizes.Outputs),
            Bias = node.C < 0 ? null : tape.At(node.C).Values,
            Y = node.Values,
        };
        ConvolutionKernel.Forward(tape.Team, operands, sizes, (Activation)node.K);
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
            Turned = Weights.Turned(tape, tape.At(node.B), sizes.Inner, sizes.Outputs),
        };
        ConvolutionKernel.Backward(tape.Team, operands, sizes, (Activation)node.K, tape);
    }

    private static ConvolutionSizes Sizes(Tape tape, in Node node) =>
        new(tape.At(node.A).Shape, tape.At(node.B).Shape, node.I, node.J);
}
