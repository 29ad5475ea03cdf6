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
        LayerForward layer = new(
            x.Values, Weights.Plain(tape, weight, sizes.Inputs, sizes.Outputs), transposed, bias, node.Values)
        {
            HasZeros = hasZeros,
            XCopyNumber = x.CopyNumber,
        };
        if (transposed == null && LinearKernel.SuitsForEach(tape.Team, sizes))
        {
            node.CopyNumber = LinearKernel.ForwardForEach(tape.Team, layer, sizes, (Activation)node.I);
            return;
        }

        LinearKernel.Forward(tape.Team, layer, sizes, (Activation)node.I);
    }

    public static void LinearBack(Tape tape, ref Node node)
    {
        ref Node weight = ref tape.At(node.B);
        LayerSizes sizes = Sizes(node, weight);

        // Zeros that the forward pass found spare most of the weight's gradient. What is written rather than added to
        // must have one part in the layer only.
        int* found = (int*)node.Extra;
        bool isNewWeight = false;
        bool adds = found != null || node.A == node.B || node.B == node.C;
        float* weightGradient = adds ? tape.GradientOf(node.B) : tape.GradientOf(node.B, out isNewWeight);
        bool isNew = false;
        float* inputGradient = TryLeaveToInput(tape, node, sizes) ? null
            : node.A == node.B || node.A == node.C ? tape.GradientOf(node.A)
            : tape.GradientOf(node.A, out isNew);
        LayerGradients gradients = new(
            inputGradient, isNew, found == null ? weightGradient : null, isNewWeight, tape.GradientOf(node.C));
        if (node.Head > 0 && TryThroughHead(tape, ref node, ref gradients, sizes))
        {
            return;
        }

        LinearKernel.Backward(tape.Team, Layer(tape, node, sizes, gradients), gradients, sizes, (Activation)node.I);
        if (found != null && weightGradient != null)
        {
            SparseRows.WeightGradient(tape.At(node.A).Values, found, node.Gradient, weightGradient, sizes);
        }
    }

    /// <summary>Computes the gradient of a node from that of the narrow layer that reads it.</summary>
    public static void InputGradient(Tape tape, int headIndex, float* target)
    {
        ref Node head = ref tape.At(headIndex);
        LinearKernel.InputGradient(tape.Team, Head(tape, headIndex), target, Sizes(head, tape.At(head.B)));
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

    private static LayerBackward Layer(
        Tape tape, in Node node, in LayerSizes sizes, in LayerGradients gradients)
    {
        ref Node weight = ref tape.At(node.B);
        return new(
            tape.At(node.A).Values,
            gradients.X == null || sizes.Inputs * sizes.Outputs < LeastKept
                ? new Matrix(weight.Values, sizes.Inputs, sizes.Outputs).Transposed()
                : Weights.Turned(tape, weight, sizes.Inputs, sizes.Outputs),
            gradients.X != null && NarrowKernel.Suits(sizes)
                ? Weights.Transposed(tape, weight, sizes.Inputs, sizes.Outputs)
                : null,
            node.Values,
            node.Gradient)
        {
            XCopyNumber = tape.At(node.A).CopyNumber,
            YCopyNumber = node.CopyNumber,
        };
    }

    // A narrow layer behind a rectified one: that computes its gradient itself, unless something else reads it, too.
    private static bool TryLeaveToInput(Tape tape, in Node node, in LayerSizes sizes)
    {
        ref Node x = ref tape.At(node.A);
        if (!NarrowKernel.Suits(sizes)
            || x.Op != Op.Linear
            || (Activation)x.I != Activation.Relu
            || !x.Tracked
            || x.Extra != null
            || x.Gradient != null
            || x.Head != 0
            || !LiveBackward.Suits(Sizes(x, tape.At(x.B))))
        {
            return false;
        }

        x.Head = tape.Current + 1;
        return true;
    }

    private static bool TryThroughHead(
        Tape tape, ref Node node, ref LayerGradients gradients, in LayerSizes sizes)
    {
        if (gradients.X == null || gradients.IsNewX)
        {
            LayerBackward layer = Layer(tape, node, sizes, gradients);
            if (LinearKernel.TryBackward(tape.Team, layer, Head(tape, node.Head - 1), gradients, sizes))
            {
                node.Head = -node.Head;
                return true;
            }

            gradients = new(gradients.X, gradients.IsNewX, gradients.Weight, gradients.IsNewWeight, null)
            {
                AreOutputsLive = true,
            };
        }

        tape.GradientOf(tape.Current);
        return false;
    }

    private static HeadGradient Head(Tape tape, int index)
    {
        ref Node head = ref tape.At(index);
        LayerSizes sizes = Sizes(head, tape.At(head.B));
        return new(
            head.Gradient,
            Weights.Transposed(tape, tape.At(head.B), sizes.Inputs, sizes.Outputs),
            sizes.Outputs);
    }

    private static LayerSizes Sizes(in Node node, in Node weight) =>
        new(node.Shape.Rows, weight.Shape[0], weight.Shape[1]);
}
