using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>Convolutions of pictures.</summary>
internal static unsafe class Convolutions
{
    public static void Forward(Tape tape, ref Node node)
    {
        float* bias = node.C < 0 ? null : tape.At(node.C).Values;
        ConvolutionKernel.Forward(
            tape.Team,
            new(tape.At(node.A).Values, tape.At(node.B).Values, null, bias, node.Values),
            Sizes(tape, node),
            (Activation)node.K);
    }

    public static void Backward(Tape tape, ref Node node)
    {
        ref Node weight = ref tape.At(node.B);
        ConvolutionSizes sizes = Sizes(tape, node);
        float* transposed = null;
        if (tape.GradientOf(node.A) != null)
        {
            transposed = weight.Op == Op.Parameter
                ? tape.Parameters.TransposeOf(weight.I, sizes.Inner, sizes.Outputs)
                : Turned(tape, weight.Values, sizes);
        }

        ConvolutionKernel.Backward(
            tape.Team,
            new(tape.At(node.A).Values, transposed, node.Values, node.Gradient),
            new(tape.GradientOf(node.A), false, tape.GradientOf(node.B), tape.GradientOf(node.C)),
            sizes,
            (Activation)node.K,
            tape);
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
