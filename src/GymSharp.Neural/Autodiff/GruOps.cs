using System.Numerics.Tensors;
using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>
/// Gated recurrent units over whole sequences; Cho et al. (2014), with the reset gate after the product as in PyTorch.
/// </summary>
/// <remarks>
/// Rows are time-major. A: sums of the inputs [steps · n, 3 H] in the order reset, update, candidate; B: weight of the
/// hidden state [H, 3 H]; C: first state [n, H]; J: bias of the hidden state [3 H]. Result: states after each step. I:
/// n. Kept for the way back: gates, sums of the hidden state, the hidden states that went in, the flags.
/// </remarks>
internal static unsafe class GruOps
{
    public static void Forward(Tape tape, ref Node node)
    {
        Layout at = new(tape, node);
        RightMatrix weight = Weights.Plain(tape, tape.At(node.B), at.Hidden, 3 * at.Hidden);
        for (int step = 0; step < at.Steps; step++)
        {
            nint row = (nint)step * at.Batch;
            float* entering = at.Entering + (row * at.Hidden);
            for (int i = 0; i < at.Batch; i++)
            {
                Span<float> hidden = new(entering + ((nint)i * at.Hidden), at.Hidden);
                if (at.Starts[row + i])
                {
                    hidden.Clear();
                }
                else
                {
                    new ReadOnlySpan<float>(at.Before(step, i), at.Hidden).CopyTo(hidden);
                }
            }

            float* sums = at.Sums + (row * 3 * at.Hidden);
            Gemm.Run(
                tape.Team,
                new Matrix(entering, at.Batch, at.Hidden),
                weight,
                new Matrix(sums, at.Batch, 3 * at.Hidden),
                new InitialValues(tape.At(node.J).Values));
            for (int i = 0; i < at.Batch; i++)
            {
                Step(at, row + i, tape.At(node.A).Values);
            }
        }
    }

    public static void Backward(Tape tape, ref Node node)
    {
        Layout at = new(tape, node);
        int width = 3 * at.Hidden;
        int rows = at.Steps * at.Batch;
        float* changes = tape.Take(rows * width);
        float* carried = tape.Take(at.Batch * at.Hidden);
        new Span<float>(carried, at.Batch * at.Hidden).Clear();
        RightMatrix turned = Weights.Turned(tape, tape.At(node.B), at.Hidden, width);
        float* hidden = tape.Take(at.Batch * at.Hidden);
        float* inputs = tape.GradientOf(node.A);
        float* unused = tape.Take(width);
        for (int step = at.Steps - 1; step >= 0; step--)
        {
            nint row = (nint)step * at.Batch;
            for (int i = 0; i < at.Batch; i++)
            {
                nint own = (nint)i * at.Hidden;
                float* change = changes + ((row + i) * width);
                float* input = inputs == null ? unused : inputs + ((row + i) * width);
                StepBack(at, row + i, node.Gradient, carried + own, ((nint)change, (nint)input));
                new ReadOnlySpan<float>(carried + own, at.Hidden).CopyTo(new Span<float>(hidden + own, at.Hidden));
            }

            Matrix result = new(hidden, at.Batch, at.Hidden);
            Gemm.Run(tape.Team, new Matrix(changes + (row * width), at.Batch, width), turned, result, accumulate: true);
            Recurrence.Carry(at.Starts + row, hidden, carried, (at.Batch, at.Hidden, 1));
        }

        Recurrence.AddWeight(tape, node, new Matrix(changes, rows, width), new Matrix(at.Entering, rows, at.Hidden));
        Recurrence.AddTo(tape.GradientOf(node.C), carried, at.Batch * at.Hidden);
        float* bias = tape.GradientOf(node.J);
        for (int row = 0; row < rows; row++)
        {
            Recurrence.AddTo(bias, changes + ((nint)row * width), width);
        }
    }

    /// <summary>Elements to keep for the way back, the flags not counted.</summary>
    public static int Kept(int rows, int hidden) => rows * 7 * hidden;

    private static void Step(in Layout at, nint row, float* inputs)
    {
        int h = at.Hidden;
        Span<float> gates = new(at.Gates + (row * 3 * h), 3 * h);
        ReadOnlySpan<float> fromInput = new(inputs + (row * 3 * h), 3 * h);
        ReadOnlySpan<float> fromHidden = new(at.Sums + (row * 3 * h), 3 * h);
        TensorPrimitives.Add(fromInput[..(2 * h)], fromHidden[..(2 * h)], gates[..(2 * h)]);
        TensorPrimitives.Sigmoid(gates[..(2 * h)], gates[..(2 * h)]);
        Span<float> candidate = gates[(2 * h)..];
        TensorPrimitives.MultiplyAdd(gates[..h], fromHidden[(2 * h)..], fromInput[(2 * h)..], candidate);
        TensorPrimitives.Tanh(candidate, candidate);

        // (1 − z) n + z h = n + z (h − n)
        Span<float> state = new(at.States + (row * h), h);
        TensorPrimitives.Subtract(new ReadOnlySpan<float>(at.Entering + (row * h), h), candidate, state);
        TensorPrimitives.MultiplyAdd(gates[h..(2 * h)], state, candidate, state);
    }

    // changes: gradients of the sums of the hidden state (written) and of the inputs (added to). carried: gradient of
    // the state after this step, then what reaches the one before through the update gate.
    private static void StepBack(
        in Layout at, nint row, float* gradient, float* carried, (nint Hidden, nint Inputs) changes)
    {
        int h = at.Hidden;
        float* gates = at.Gates + (row * 3 * h);
        float* sums = at.Sums + (row * 3 * h);
        float* entering = at.Entering + (row * h);
        float* change = (float*)changes.Hidden;
        float* input = (float*)changes.Inputs;
        gradient += row * h;
        for (int j = 0; j < h; j++)
        {
            float reset = gates[j];
            float update = gates[h + j];
            float candidate = gates[(2 * h) + j];
            float state = gradient[j] + carried[j];
            float inner = state * (1 - update) * (1 - (candidate * candidate));
            change[j] = inner * sums[(2 * h) + j] * reset * (1 - reset);
            change[h + j] = state * (entering[j] - candidate) * update * (1 - update);
            change[(2 * h) + j] = inner * reset;
            input[j] += change[j];
            input[h + j] += change[h + j];
            input[(2 * h) + j] += inner;
            carried[j] = state * update;
        }
    }

    private readonly ref struct Layout
    {
        private readonly float* first;

        public Layout(Tape tape, in Node node)
        {
            Batch = node.I;
            Hidden = node.Shape.Columns;
            int rows = node.Shape.Rows;
            Steps = rows / Batch;
            Gates = node.Extra;
            Sums = Gates + ((nint)rows * 3 * Hidden);
            Entering = Sums + ((nint)rows * 3 * Hidden);
            Starts = (bool*)(Entering + ((nint)rows * Hidden));
            States = node.Values;
            first = tape.At(node.C).Values;
        }

        public int Batch { get; }

        public int Hidden { get; }

        public int Steps { get; }

        public float* Gates { get; }

        public float* Sums { get; }

        public float* Entering { get; }

        public bool* Starts { get; }

        public float* States { get; }

        public float* Before(int step, int i) => step == 0
            ? first + ((nint)i * Hidden)
            : States + (((nint)((step - 1) * Batch) + i) * Hidden);
    }
}
