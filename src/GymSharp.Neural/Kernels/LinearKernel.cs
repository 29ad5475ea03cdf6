using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>A linear layer with its activation, forwards and backwards.</summary>
/// <remarks>
/// A team shares all of it by columns, of the output and then of the input: a member finds what it reads next in its
/// own cache, its part of the weights always. Only the gradient of the weight is shared by rows, as optimisers share
/// it. Every number is the same sum in the same order, whoever computes it.
/// </remarks>
internal static unsafe class LinearKernel
{
    // Columns that make a piece of work where no product is computed: two cache lines, so that none is shared.
    private const int PieceColumns = 32;

    // Below this many elements a second thread costs more than it brings.
    private const long ParallelElements = 8192;

    [ThreadStatic]
    private static NarrowForwardJob? narrowForward;

    [ThreadStatic]
    private static NarrowBackwardJob? narrowBackward;

    [ThreadStatic]
    private static SumsJob? sumsJob;

    /// <summary><c>y = activation(x W + b)</c>.</summary>
    public static void Forward(ComputeTeam team, in LayerForward layer, in LayerSizes sizes, Activation activation)
    {
        if (layer.Transposed == null)
        {
            Gemm.Run(
                team,
                new Matrix(layer.X, sizes.Rows, sizes.Inputs) { HasZeros = layer.HasZeros },
                layer.Weight,
                new Matrix(layer.Y, sizes.Rows, sizes.Outputs),
                new InitialValues(layer.Bias),
                activation);
            return;
        }

        NarrowForwardJob job = narrowForward ??= new NarrowForwardJob();
        (job.Layer, job.Sizes) = (layer, sizes);
        Start(job, team, (sizes.Rows + Tile.MaxRows - 1) / Tile.MaxRows, (long)sizes.Rows * sizes.Inputs);
        Activations.Apply(activation, layer.Y, (sizes.Rows, sizes.Outputs, sizes.Outputs));
    }

    /// <summary>Adds the gradients of input, weight and bias.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="layer">What was computed.</param>
    /// <param name="gradients">Where to add.</param>
    /// <param name="sizes">Sizes.</param>
    /// <param name="activation">Activation of the layer.</param>
    public static void Backward(
        ComputeTeam team,
        in LayerBackward layer,
        in LayerGradients gradients,
        in LayerSizes sizes,
        Activation activation)
    {
        SumsJob sums = sumsJob ??= new SumsJob();
        (sums.Layer, sums.Sizes, sums.Activation) = (layer, sizes, activation);
        sums.Bias = gradients.Bias;
        Start(
            sums, team, (sizes.Outputs + PieceColumns - 1) / PieceColumns, (long)sizes.Rows * sizes.Outputs);
        if (NarrowKernel.Suits(sizes))
        {
            NarrowBackwardJob job = narrowBackward ??= new NarrowBackwardJob();
            (job.Layer, job.Gradients, job.Sizes) = (layer, gradients, sizes);
            Start(job, team, (sizes.Inputs + PieceColumns - 1) / PieceColumns, (long)sizes.Rows * sizes.Inputs);
            return;
        }

        if (activation == Activation.Relu && LiveBackward.TryRun(team, layer, gradients, sizes))
        {
            return;
        }

        Matrix gradient = new(layer.Gradient, sizes.Rows, sizes.Outputs);
        if (gradients.X != null)
        {
            Matrix inputs = new(gradients.X, sizes.Rows, sizes.Inputs);
            Gemm.Run(team, gradient, layer.Turned, inputs, accumulate: !gradients.IsNewX);
        }

        if (gradients.Weight != null)
        {
            Matrix turned = new Matrix(layer.X, sizes.Rows, sizes.Inputs).Transposed();
            Matrix weight = new(gradients.Weight, sizes.Inputs, sizes.Outputs);
            Gemm.Run(team, turned, gradient, weight, accumulate: true, byRows: true);
        }
    }

    private static void Start(IComputeJob job, ComputeTeam team, int parts, long elements)
    {
        if (elements >= ParallelElements)
        {
            team.Run(job, parts);
        }
        else
        {
            job.Run(0, parts);
        }
    }

    private sealed class NarrowForwardJob : IComputeJob
    {
        public LayerForward Layer { get; set; }

        public LayerSizes Sizes { get; set; }

        public void Run(int first, int end)
        {
            int row = first * Tile.MaxRows;
            int rows = Math.Min(end * Tile.MaxRows, Sizes.Rows) - row;
            float* x = Layer.X + ((nint)row * Sizes.Inputs);
            float* y = Layer.Y + ((nint)row * Sizes.Outputs);
            NarrowKernel.Forward(new(x, default, Layer.Transposed, Layer.Bias, y), Sizes with { Rows = rows });
        }
    }

    private sealed class NarrowBackwardJob : IComputeJob
    {
        public LayerBackward Layer { get; set; }

        public LayerGradients Gradients { get; set; }

        public LayerSizes Sizes { get; set; }

        public void Run(int first, int end)
        {
            NarrowPart part = new(Sizes, first * PieceColumns, Math.Min(end * PieceColumns, Sizes.Inputs));
            if (Gradients.X != null)
            {
                NarrowKernel.InputGradient(
                    Layer.Gradient, Layer.Transposed, Gradients.X, part, accumulate: !Gradients.IsNewX);
            }

            if (Gradients.Weight != null)
            {
                NarrowKernel.WeightGradient(Layer.X, Layer.Gradient, Gradients.Weight, part);
            }
        }
    }

    /// <summary>The gradient of the sums, from that of the output, and its own sum: the gradient of the bias.</summary>
    private sealed class SumsJob : IComputeJob
    {
        public LayerBackward Layer { get; set; }

        public float* Bias { get; set; }

        public LayerSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public void Run(int first, int end)
        {
            int column = first * PieceColumns;
            int columns = Math.Min(end * PieceColumns, Sizes.Outputs) - column;
            (int Rows, int Columns, int Stride) part = (Sizes.Rows, columns, Sizes.Outputs);
            float* gradient = Layer.Gradient + column;
            Activations.MultiplyByDerivative(Activation, Layer.Y + column, gradient, part);
            if (Bias != null)
            {
                ColumnSums.Add(gradient, Bias + column, part);
            }
        }
    }
}
