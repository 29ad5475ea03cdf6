using System.Numerics.Tensors;

namespace GymSharp.Neural.Autodiff;

/// <summary>Operations that pick, move and repeat elements.</summary>
internal static unsafe class Rearranging
{
    public static void ReshapeBack(Tape tape, ref Node node) =>
        AddTo(tape.GradientOf(node.A), node.Gradient, node.Shape.Length);

    public static void Gather(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int width = a.Shape.Columns;
        int* columns = (int*)node.Extra;
        for (int row = 0; row < node.Shape.Length; row++)
        {
            node.Values[row] = a.Values[((long)row * width) + columns[row]];
        }
    }

    public static void GatherBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = tape.At(node.A).Shape.Columns;
        int* columns = (int*)node.Extra;
        for (int row = 0; row < node.Shape.Length; row++)
        {
            gradient[((long)row * width) + columns[row]] += node.Gradient[row];
        }
    }

    public static void Slice(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        Strips(a.Values + node.I, a.Shape.Columns, node.Values, node.Shape.Columns, node.Shape);
    }

    public static void SliceBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A) + node.I;
        AddStrips(node.Gradient, node.Shape.Columns, gradient, tape.At(node.A).Shape.Columns, node.Shape);
    }

    public static void Concat(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int width = node.Shape.Columns;
        Strips(a.Values, a.Shape.Columns, node.Values, width, new Shape(node.Shape.Rows, a.Shape.Columns));
        Strips(
            b.Values, b.Shape.Columns, node.Values + a.Shape.Columns, width, new Shape(
                node.Shape.Rows, b.Shape.Columns));
    }

    public static void ConcatBack(Tape tape, ref Node node)
    {
        int left = tape.At(node.A).Shape.Columns;
        int right = tape.At(node.B).Shape.Columns;
        int width = node.Shape.Columns;
        float* a = tape.GradientOf(node.A);
        if (a != null)
        {
            AddStrips(node.Gradient, width, a, left, new Shape(node.Shape.Rows, left));
        }

        float* b = tape.GradientOf(node.B);
        if (b != null)
        {
            AddStrips(node.Gradient + left, width, b, right, new Shape(node.Shape.Rows, right));
        }
    }

    public static void RepeatRows(Tape tape, ref Node node) =>
        Strips(tape.At(node.A).Values, 0, node.Values, node.Shape.Columns, node.Shape);

    public static void RepeatRowsBack(Tape tape, ref Node node) =>
        AddStrips(node.Gradient, node.Shape.Columns, tape.GradientOf(node.A), 0, node.Shape);

    public static void MaskedFill(Tape tape, ref Node node)
    {
        float* a = tape.At(node.A).Values;
        bool* keep = (bool*)node.Extra;
        for (int i = 0; i < node.Shape.Length; i++)
        {
            node.Values[i] = keep[i] ? a[i] : node.X;
        }
    }

    public static void MaskedFillBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        bool* keep = (bool*)node.Extra;
        for (int i = 0; i < node.Shape.Length; i++)
        {
            gradient[i] += keep[i] ? node.Gradient[i] : 0;
        }
    }

    public static void GatherRows(Tape tape, ref Node node)
    {
        float* table = tape.At(node.A).Values;
        int width = node.Shape.Columns;
        for (int i = 0; i < node.Shape.Rows; i++)
        {
            new ReadOnlySpan<float>(table + ((nint)((int*)node.Extra)[i] * width), width)
                .CopyTo(new Span<float>(node.Values + ((nint)i * width), width));
        }
    }

    public static void GatherRowsBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = node.Shape.Columns;
        for (int i = 0; i < node.Shape.Rows; i++)
        {
            AddTo(gradient + ((nint)((int*)node.Extra)[i] * width), node.Gradient + ((nint)i * width), width);
        }
    }

    public static void SliceRowsBack(Tape tape, ref Node node) => AddTo(
        tape.GradientOf(node.A) + ((nint)node.I * node.Shape.Columns), node.Gradient, node.Shape.Length);

    public static void AddTo(float* target, float* source, int length)
    {
        Span<float> sum = new(target, length);
        TensorPrimitives.Add(sum, new ReadOnlySpan<float>(source, length), sum);
    }

    private static void Strips(float* from, int fromWidth, float* to, int toWidth, Shape strip)
    {
        for (int row = 0; row < strip.Rows; row++)
        {
            new ReadOnlySpan<float>(from, strip.Columns).CopyTo(new Span<float>(to, strip.Columns));
            from += fromWidth;
            to += toWidth;
        }
    }

    private static void AddStrips(float* from, int fromWidth, float* to, int toWidth, Shape strip)
    {
        for (int row = 0; row < strip.Rows; row++)
        {
            AddTo(to, from, strip.Columns);
            from += fromWidth;
            to += toWidth;
        }
    }
}
