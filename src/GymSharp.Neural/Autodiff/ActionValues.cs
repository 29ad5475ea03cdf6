using System.Numerics.Tensors;

namespace GymSharp.Neural.Autodiff;

/// <summary>Blocks of columns that belong to actions.</summary>
internal static unsafe class ActionValues
{
    public static void Gather(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int* blocks = (int*)node.Extra;
        int width = node.Shape.Columns;
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            float* from = a.Values + ((long)row * a.Shape.Columns) + (blocks[row] * width);
            new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(node.Values + ((long)row * width), width));
        }
    }

    public static void GatherBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int columns = tape.At(node.A).Shape.Columns;
        int* blocks = (int*)node.Extra;
        int width = node.Shape.Columns;
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            float* to = gradient + ((long)row * columns) + (blocks[row] * width);
            Rearranging.AddTo(to, node.Gradient + ((long)row * width), width);
        }
    }

    public static void Dueling(Tape tape, ref Node node)
    {
        ref Node value = ref tape.At(node.A);
        ref Node advantage = ref tape.At(node.B);
        int width = value.Shape.Columns;
        int columns = node.Shape.Columns;
        float share = (float)width / columns;
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            ReadOnlySpan<float> a = new(advantage.Values + ((long)row * columns), columns);
            Span<float> y = new(node.Values + ((long)row * columns), columns);

            // The first block holds the shift of all until its own turn comes.
            Span<float> shift = y[..width];
            SumBlocks(a, shift);
            TensorPrimitives.Multiply(shift, share, shift);
            TensorPrimitives.Subtract(
                new ReadOnlySpan<float>(value.Values + ((long)row * width), width), shift, shift);
            for (int i = columns - width; i >= 0; i -= width)
            {
                TensorPrimitives.Add(a.Slice(i, width), shift, y.Slice(i, width));
            }
        }
    }

    public static void DuelingBack(Tape tape, ref Node node)
    {
        int width = tape.At(node.A).Shape.Columns;
        int columns = node.Shape.Columns;
        float share = (float)width / columns;
        float* value = tape.GradientOf(node.A);
        float* advantage = tape.GradientOf(node.B);
        Span<float> sum = new(tape.Take(width), width);
        Span<float> part = new(tape.Take(width), width);
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            long start = (long)row * columns;
            ReadOnlySpan<float> gradient = new(node.Gradient + start, columns);
            SumBlocks(gradient, sum);
            if (value != null)
            {
                Span<float> to = new(value + ((long)row * width), width);
                TensorPrimitives.Add(to, sum, to);
            }

            TensorPrimitives.Multiply(sum, share, sum);
            for (int i = 0; advantage != null && i < columns; i += width)
            {
                Span<float> to = new(advantage + start + i, width);
                TensorPrimitives.Subtract(gradient.Slice(i, width), sum, part);
                TensorPrimitives.Add(to, part, to);
            }
        }
    }

    private static void SumBlocks(ReadOnlySpan<float> blocks, Span<float> sum)
    {
        blocks[..sum.Length].CopyTo(sum);
        for (int i = sum.Length; i < blocks.Length; i += sum.Length)
        {
            TensorPrimitives.Add(sum, blocks.Slice(i, sum.Length), sum);
        }
    }
}
