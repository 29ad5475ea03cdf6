using GymSharp.Neural.Kernels;
using GymSharp.Neural.Memory;

namespace GymSharp.Neural.Autodiff;

/// <summary>Matrix products and linear layers.</summary>
internal static unsafe class Products
{
    public static void Linear(Tape tape, ref Node node)
    {
        ref Node x = ref tape.At(node.A);
        ref Node weight = ref tape.At(node.B);
        float* bias = node.C < 0 ? null : tape.At(node.C).Values;
        LayerSizes sizes = Sizes(node, weight);
        if (x.Op == Op.Input && bias != null && SparseRows.Suits(sizes)
            && SparseRows.Find(tape, x.Values, sizes) is var found && found != null)
        {
            node.Extra = (float*)found;
            SparseRows.Forward(new(x.Values, weight.Values, null, bias, node.Values), found, sizes);
            Activations.Apply((Activation)node.I, node.Values, sizes.Rows * sizes.Outputs);
            return;
        }

        float* transposed = weight.Op == Op.Parameter && NarrowKernel.Suits(sizes)
            ? tape.Parameters.TransposeOf(weight.I, sizes.Inputs, sizes.Outputs)
            : null;
        LinearKernel.Forward(
            tape.Team, new(x.Values, weight.Values, transposed, bias, node.Values), sizes, (Activation)node.I);
    }

    public static void LinearBack(Tape tape, ref Node node)
    {
        ref Node x = ref tape.At(node.A);
        ref Node weight = ref tape.At(node.B);
        LayerSizes sizes = Sizes(node, weight);
        float* transposed = null;
        float* inputGradient = tape.GradientOf(node.A, out bool isNew);
        if (inputGradient != null)
        {
            transposed = weight.Op == Op.Parameter
                ? tape.Parameters.TransposeOf(weight.I, sizes.Inputs, sizes.Outputs)
                : Transposed(tape, weight.Values, sizes.Inputs, sizes.Outputs);
        }

        // Zeros that the forward pass found spare most of the weight's gradient.
        int* found = (int*)node.Extra;
        float* weightGradient = tape.GradientOf(node.B);
        LinearKernel.Backward(
            tape.Team,
            new(x.Values, transposed, node.Values, node.Gradient),
            new(inputGradient, isNew, found == null ? weightGradient : null, tape.GradientOf(node.C)),
            sizes,
            (Activation)node.I,
            tape);
        if (found != null && weightGradient != null)
        {
            SparseRows.WeightGradient(x.Values, found, node.Gradient, weightGradient, sizes);
        }
    }

    public static void MatMul(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int inner = a.Shape[1];
        Gemm.Run(
            tape.Team,
            new Matrix(a.Values, node.Shape[0], inner),
            new Matrix(b.Values, inner, node.Shape[1]),
            new Matrix(node.Values, node.Shape[0], node.Shape[1]),
            accumulate: false);
    }

    public static void MatMulBack(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int rows = node.Shape[0];
        int columns = node.Shape[1];
        int inner = a.Shape[1];
        Matrix gradient = new(node.Gradient, rows, columns);
        float* left = tape.GradientOf(node.A);
        if (left != null)
        {
            Matrix transposed = new(Transposed(tape, b.Values, inner, columns), columns, inner);
            Gemm.Run(tape.Team, gradient, transposed, new Matrix(left, rows, inner), accumulate: true);
        }

        float* right = tape.GradientOf(node.B);
        if (right != null)
        {
            Matrix turned = new Matrix(a.Values, rows, inner).Transposed();
            Gemm.Run(tape.Team, turned, gradient, new Matrix(right, inner, columns), accumulate: true);
        }
    }

    private static LayerSizes Sizes(in Node node, in Node weight) =>
        new(node.Shape.Rows, weight.Shape[0], weight.Shape[1]);

    private static float* Transposed(Tape tape, float* values, int rows, int columns)
    {
        float* result = tape.Take(AlignedBuffer.Padded(rows * columns));
        Transposition.Run(values, result, rows, columns);
        return result;
    }
}
