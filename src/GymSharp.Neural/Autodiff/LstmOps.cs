using System.Numerics.Tensors;
using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>
/// Long short-term memory over whole sequences; Hochreiter and Schmidhuber (1997), Gers et al. (2000).
/// </summary>
/// <remarks>
/// Rows are time-major. A: sums of the inputs [steps · n, 4 H] in the order input, forget, cell, output; B: weight of
/// the hidden state [H, 4 H]; C: first state [n, 2 H], hidden then cell. Result: states after each step [steps · n, 2
/// H]. I: n. Kept for the way back: gates, then the hidden states that went in, then tanh of the cells, then the flags.
/// </remarks>
internal static unsafe class LstmOps
{
    public static void Forward(Tape tape, ref Node node)
    {
        Layout at = new(tape, node);
        RightMatrix weight = Weights.Plain(tape, tape.At(node.B), at.Hidden, 4 * at.Hidden);
        for (int step = 0; step < at.Steps; step++)
        {
            float* gates = at.Gates + ((nint)step * at.Batch * 4 * at.Hidden);
            float* entering = at.Entering + ((nint)step * at.Batch * at.Hidden);
            for (int i = 0; i < at.Batch; i++)
            {
                Span<float> hidden = new(entering + (i * at.Hidden), at.Hidden);
                if (at.IsStart(step, i))
                {
                    hidden.Clear();
                }
                else
                {
                    new ReadOnlySpan<float>(at.Before(step, i), at.Hidden).CopyTo(hidden);
                }
            }

            Gemm.Run(
                tape.Team,
                new Matrix(entering, at.Batch, at.Hidden),
                weight,
                new Matrix(gates, at.Batch, 4 * at.Hidden),
                new InitialValues(
                    tape.At(node.A).Values + ((nint)step * at.Batch * 4 * at.Hidden), 4 * at.Hidden));
            for (int i = 0; i < at.Batch; i++)
            {
                Step(at, step, i);
            }
        }
    }

    public static void Backward(Tape tape, ref Node node)
    {
        Layout at = new(tape, node);
        int width = 4 * at.Hidden;
        float* changes = tape.Take(at.Steps * at.Batch * width);
        float* carried = tape.Take(at.Batch * 2 * at.Hidden);
        new Span<float>(carried, at.Batch * 2 * at.Hidden).Clear();
        RightMatrix turned = Weights.Turned(tape, tape.At(node.B), at.Hidden, width);
        float* hidden = tape.Take(at.Batch * at.Hidden);
        for (int step = at.Steps - 1; step >= 0; step--)
        {
            float* change = changes + ((nint)step * at.Batch * width);
            for (int i = 0; i < at.Batch; i++)
            {
                StepBack(at, (step, i), node.Gradient, carried + (i * 2 * at.Hidden), change + ((nint)i * width));
            }

            Matrix result = new(hidden, at.Batch, at.Hidden);
            Gemm.Run(
                tape.Team,
                new Matrix(change, at.Batch, width),
                turned,
                result,
                accumulate: false);
            Recurrence.Carry(at.Starts + ((nint)step * at.Batch), hidden, carried, (at.Batch, at.Hidden, 2));
        }

        int rows = at.Steps * at.Batch;
        Recurrence.AddTo(tape.GradientOf(node.A), changes, rows * width);
        Recurrence.AddWeight(tape, node, new Matrix(changes, rows, width), new Matrix(at.Entering, rows, at.Hidden));
        Recurrence.AddTo(tape.GradientOf(node.C), carried, at.Batch * 2 * at.Hidden);
    }

    /// <summary>Elements to keep for the way back, the flags not counted.</summary>
    public static int Kept(int rows, int hidden) => rows * 6 * hidden;

    private static void Step(in Layout at, int step, int i)
    {
        int h = at.Hidden;
        float* gates = at.Gates + (((nint)(step * at.Batch) + i) * 4 * h);
        Span<float> inputForget = new(gates, 2 * h);
        Span<float> candidate = new(gates + (2 * h), h);
        Span<float> output = new(gates + (3 * h), h);
        TensorPrimitives.Sigmoid(inputForget, inputForget);
        TensorPrimitives.Tanh(candidate, candidate);
        TensorPrimitives.Sigmoid(output, output);
        Span<float> state = new(at.States + (((nint)(step * at.Batch) + i) * 2 * h), h);
        Span<float> cell = new(at.States + (((nint)(step * at.Batch) + i) * 2 * h) + h, h);
        Span<float> bounded = new(at.Bounded + (((nint)(step * at.Batch) + i) * h), h);
        TensorPrimitives.Multiply(inputForget[..h], candidate, cell);
        if (!at.IsStart(step, i))
        {
            ReadOnlySpan<float> before = new(at.Before(step, i) + h, h);
            TensorPrimitives.MultiplyAdd(inputForget[h..], before, cell, cell);
        }

        TensorPrimitives.Tanh(cell, bounded);
        TensorPrimitives.Multiply(output, bounded, state);
    }

    // carried: gradients of hidden and cell that come from the next step; on return that of the cell before this step.
    private static void StepBack(in Layout at, (int Step, int I) row, float* gradient, float* carried, float* change)
    {
        int h = at.Hidden;
        nint index = (nint)(row.Step * at.Batch) + row.I;
        bool start = at.IsStart(row.Step, row.I);
        float* gates = at.Gates + (index * 4 * h);
        float* bounded = at.Bounded + (index * h);
        float* before = at.Before(row.Step, row.I) + h;
        gradient += index * 2 * h;
        for (int j = 0; j < h; j++)
        {
            float enter = gates[j];
            float keep = gates[h + j];
            float candidate = gates[(2 * h) + j];
            float output = gates[(3 * h) + j];
            float state = gradient[j] + carried[j];
            float cell = gradient[h + j] + carried[h + j] + (state * output * (1 - (bounded[j] * bounded[j])));
            change[j] = cell * candidate * enter * (1 - enter);
            change[h + j] = start ? 0 : cell * before[j] * keep * (1 - keep);
            change[(2 * h) + j] = cell * enter * (1 - (candidate * candidate));
            change[(3 * h) + j] = state * bounded[j] * output * (1 - output);
            carried[h + j] = start ? 0 : cell * keep;
        }
    }

    private readonly ref struct Layout
    {
        private readonly float* first;

        public Layout(Tape tape, in Node node)
        {
            Batch = node.I;
            Hidden = node.Shape.Columns / 2;
            Steps = node.Shape.Rows / Batch;
            int rows = node.Shape.Rows;
            Gates = node.Extra;
            Entering = Gates + ((nint)rows * 4 * Hidden);
            Bounded = Entering + ((nint)rows * Hidden);
            Starts = (bool*)(Bounded + ((nint)rows * Hidden));
            States = node.Values;
            first = tape.At(node.C).Values;
        }

        public int Batch { get; }

        public int Hidden { get; }

        public int Steps { get; }

        public float* Gates { get; }

        public float* Entering { get; }

        public float* Bounded { get; }

        public bool* Starts { get; }

        public float* States { get; }

        public bool IsStart(int step, int i) => Starts[(step * Batch) + i];

        /// <summary>The state, hidden then cell, before a step.</summary>
        public float* Before(int step, int i) => step == 0
            ? first + ((nint)i * 2 * Hidden)
            : States + (((nint)((step - 1) * Batch) + i) * 2 * Hidden);
    }
}
