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
            float* a = advantage.Values + ((long)row * columns);
            float* y = node.Values + ((long)row * columns);
            for (int k = 0; k < width; k++)
            {
                float sum = 0;
                for (int i = k; i < columns; i += width)
                {
                    sum += a[i];
                }

                float shift = value.Values[((long)row * width) + k] - (sum * share);
                for (int i = k; i < columns; i += width)
                {
                    y[i] = a[i] + shift;
                }
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
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            long start = (long)row * columns;
            for (int k = 0; k < width; k++)
            {
                float sum = 0;
                for (int i = k; i < columns; i += width)
                {
                    sum += node.Gradient[start + i];
                }

                if (value != null)
                {
                    value[((long)row * width) + k] += sum;
                }

                for (int i = k; advantage != null && i < columns; i += width)
                {
                    advantage[start + i] += node.Gradient[start + i] - (sum * share);
                }
            }
        }
    }
}
