namespace GymSharp.Neural.Autodiff;

/// <summary>The largest number under a window, channel by channel.</summary>
internal static unsafe class Pooling
{
    // I, J, K: size, stride and padding of the window. Extra keeps the position of each maximum in its picture.
    public static void Max(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int channels = a.Shape[3];
        int size = a.Shape.Columns;
        node.Extra = tape.Take(node.Shape.Length);
        int* from = (int*)node.Extra;
        float* y = node.Values;
        for (int sample = 0; sample < node.Shape[0]; sample++)
        {
            float* picture = a.Values + ((nint)sample * size);
            for (int place = 0; place < node.Shape[1] * node.Shape[2]; place++, y += channels, from += channels)
            {
                int top = (place / node.Shape[2] * node.J) - node.K;
                int left = (place % node.Shape[2] * node.J) - node.K;
                Window(a.Shape, picture, (top, left, node.I), y, from);
            }
        }
    }

    public static void MaxBack(Tape tape, ref Node node)
    {
        float* target = tape.GradientOf(node.A);
        int inputs = tape.At(node.A).Shape.Columns;
        int outputs = node.Shape.Columns;
        int* from = (int*)node.Extra;
        for (int i = 0; i < node.Shape.Length; i++)
        {
            target[((nint)(i / outputs) * inputs) + from[i]] += node.Gradient[i];
        }
    }

    private static void Window(Shape shape, float* picture, (int Top, int Left, int Size) window, float* y, int* from)
    {
        int channels = shape[3];
        new Span<float>(y, channels).Fill(float.NegativeInfinity);
        new Span<int>(from, channels).Clear();
        int bottom = Math.Min(window.Top + window.Size, shape[1]);
        int right = Math.Min(window.Left + window.Size, shape[2]);
        for (int row = Math.Max(window.Top, 0); row < bottom; row++)
        {
            for (int column = Math.Max(window.Left, 0); column < right; column++)
            {
                int at = ((row * shape[2]) + column) * channels;
                for (int channel = 0; channel < channels; channel++)
                {
                    if (picture[at + channel] > y[channel])
                    {
                        y[channel] = picture[at + channel];
                        from[channel] = at + channel;
                    }
                }
            }
        }
    }
}
