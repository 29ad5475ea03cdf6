using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>Matrix products and linear layers.</summary>
internal static unsafe class Products
{
    // Smaller matrices are cut into panels where they are used: that takes less time than to fetch them from the core
    // that did it first.
    private const int LeastKept = 1 << 14;

    public static void Linear(Tape tape, ref Node node)
    {
        ref Node x = ref tape.At(node.A);
        ref Node weight = ref tape.At(node.B);
        float* bias = node.C < 0 ? null : tape.At(node.C).Values;
        LayerSizes sizes = Sizes(node, weight);
        bool hasZeros = x.Op == Op.Linear && (Activation)x.I == Activation.Relu;
        if (x.Op == Op.Input && bias != null && SparseRows.Suits(sizes)
            && SparseRows.Find(tape, x.Values, sizes) is var found && found != null)
        {
            node.Extra = (float*)found;
            SparseRows.Forward(new(x.Values, weight.Values, bias, node.Values), found, sizes);
            Activations.Apply((Activation)node.I, node.Values, (sizes.Rows, sizes.Outputs, sizes.Outputs));
            return;
        }

        float* transposed = weight.Op == Op.Parameter && NarrowKernel.Suits(sizes)
            ? Weights.Transposed(tape, weight, sizes.Inputs, sizes.Outputs)
            : null;
        LinearKernel.Forward(
            tape.Team,
            new(x.Values, Weights.Plain(tape, weight, sizes.Inputs, sizes.Outputs), transposed, bias, node.Values)
            {
                HasZeros = hasZeros,
            },
            sizes,
            (Activation)node.I);
    }

    public static void LinearBack(Tape tape, ref Node node)
    {
        ref Node x = ref tape.At(node.A);
        ref Node weight = ref tape.At(node.B);
        LayerSizes sizes = Sizes(node, weight);
        float* inputGradient = tape.GradientOf(node.A, out bool isNew);
        float* transposed = inputGradient != null && NarrowKernel.Suits(sizes)
            ? Weights.Transposed(tape, weight, sizes.Inputs, sizes.Outputs)
            : null;

        // Zeros that the forward pass found spare most of the weight's gradient.
        int* found = (int*)node.Extra;
        float* weightGradient = tape.GradientOf(node.B);
        LinearKernel.Backward(
            tape.Team,
            new(
                x.Values,
                inputGradient == null || sizes.Inputs * sizes.Outputs < LeastKept
                    ? new Matrix(weight.Values, sizes.Inputs, sizes.Outputs).Transposed()
                    : Weights.Turned(tape, weight, sizes.Inputs, sizes.Outputs),
                transposed,
                node.Values,
                node.Gradient),
            new(inputGradient, isNew, found == null ? weightGradient : null, tape.GradientOf(node.C)),
            sizes,
            (Activation)node.I);
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
            Matrix turned = new Matrix(b.Values, inner, columns).Transposed();
            Gemm.Run(tape.Team, gradient, turned, new Matrix(left, rows, inner), accumulate: true);
        }

        float* right = tape.GradientOf(node.B);
        if (right != null)
        {
            Matrix turned = new Matrix(a.Values, rows, inner).Transposed();
            Gemm.Run(tape.Team, turned, gradient, new Matrix(right, inner, columns), accumulate: true, byRows: true);
        }
    }

    private static LayerSizes Sizes(in Node node, in Node weight) =>
        new(node.Shape.Rows, weight.Shape[0], weight.Shape[1]);
}
