using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>A linear layer with its activation, forwards and backwards.</summary>
/// <remarks>
/// A team shares all of it by columns, of the output and then of the input: a member finds what it reads next in its
/// own cache, its part of the weights always. Only the gradient of the weight is shared by rows, as optimisers share
/// it, unless it has too few. Every number is the same sum in the same order, whoever computes it.
/// </remarks>
internal static unsafe class LinearKernel
{
    // Columns that make a piece of work where no product is computed: two cache lines, so that none is shared.
    private const int PieceColumns = 32;

    // Below this many elements a second thread costs more than it brings.
    private const long ParallelElements = 8192;

    // A number that another core has computed takes about as long to fetch as a hundred operations; copies that do
    // not stay in a second cache have to be fetched, too.
    private const int MostInputsForEach = 32;
    private const long MostElementsForEach = 1 << 18;

    [ThreadStatic]
    private static ForEachJob? forEach;

    [ThreadStatic]
    private static NarrowForwardJob? narrowForward;

    [ThreadStatic]
    private static NarrowBackwardJob? narrowBackward;

    [ThreadStatic]
    private static SumsJob? sumsJob;

    [ThreadStatic]
    private static HeadBackward? headBackward;

    /// <summary><c>y = activation(x W + b)</c>.</summary>
    public static void Forward(ComputeTeam team, in LayerForward layer, in LayerSizes sizes, Activation activation)
    {
        if (layer.Transposed == null)
        {
            Gemm.Run(
                team,
                new Matrix(layer.X, sizes.Rows, sizes.Inputs)
                {
                    HasZeros = layer.HasZeros,
                    CopyNumber = layer.XCopyNumber,
                },
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

    /// <summary>As <see cref="Forward"/>, but every member of a team computes all of it and keeps a copy.</summary>
    /// <returns>Number of the copies.</returns>
    public static long ForwardForEach(
        ComputeTeam team, in LayerForward layer, in LayerSizes sizes, Activation activation)
    {
        ForEachJob job = forEach ??= new ForEachJob();
        (job.Layer, job.Sizes, job.Activation) = (layer, sizes, activation);
        job.Number = PrivateCopies.NewNumber();
        team.Run(job, team.Members);
        return job.Number;
    }

    /// <summary>Whether a layer takes less time than to fetch half of its result from another core.</summary>
    public static bool SuitsForEach(ComputeTeam team, in LayerSizes sizes) =>
        team.Members > 1
        && sizes.Inputs <= MostInputsForEach
        && sizes.Outputs >= PieceColumns
        && (long)sizes.Rows * sizes.Outputs is >= ParallelElements and <= MostElementsForEach;

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
        sums.Marks = activation == Activation.Relu && !gradients.AreOutputsLive
            ? LiveBackward.Marks(gradients, sizes)
            : null;
        Start(
            sums, team, (sizes.Outputs + PieceColumns - 1) / PieceColumns, (long)sizes.Rows * sizes.Outputs);
        if (NarrowKernel.Suits(sizes))
        {
            NarrowBackwardJob job = narrowBackward ??= new NarrowBackwardJob();
            (job.Layer, job.Gradients, job.Sizes) = (layer, gradients, sizes);
            Start(job, team, (sizes.Inputs + PieceColumns - 1) / PieceColumns, (long)sizes.Rows * sizes.Inputs);
            return;
        }

        if (sums.Marks != null && LiveBackward.TryRun(team, layer, gradients))
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
            Matrix input = new(layer.X, sizes.Rows, sizes.Inputs) { CopyNumber = layer.XCopyNumber };
            Matrix weight = new(gradients.Weight, sizes.Inputs, sizes.Outputs);
            Gemm.Run(team, input.Transposed(), gradient, weight, accumulate: !gradients.IsNewWeight, byRows: true);
        }
    }

    /// <summary>
    /// Adds the gradients of a rectified layer whose output only a narrow layer reads, if enough of it is silent; the
    /// gradient of the bias is added in any case.
    /// </summary>
    /// <param name="team">Threads.</param>
    /// <param name="layer">What was computed; its gradient is not there.</param>
    /// <param name="head">The narrow layer.</param>
    /// <param name="gradients">Where to add.</param>
    /// <param name="sizes">Sizes, which <see cref="LiveBackward.Suits"/>.</param>
    /// <returns>Whether the gradients of input and weight were added, too.</returns>
    public static bool TryBackward(
        ComputeTeam team,
        in LayerBackward layer,
        in HeadGradient head,
        in LayerGradients gradients,
        in LayerSizes sizes)
    {
        HeadBackward job = headBackward ??= new HeadBackward();
        job.Start(team, head, sizes, layer.Y, gradients.Bias, LiveBackward.Marks(gradients, sizes));
        return LiveBackward.TryRun(team, layer, gradients, job);
    }

    /// <summary>The gradient of a narrow layer's input alone, written for the first time.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="head">The narrow layer.</param>
    /// <param name="target">Filled, [rows, inputs].</param>
    /// <param name="sizes">Sizes of the narrow layer.</param>
    public static void InputGradient(ComputeTeam team, in HeadGradient head, float* target, in LayerSizes sizes)
    {
        NarrowBackwardJob job = narrowBackward ??= new NarrowBackwardJob();
        (job.Layer, job.Gradients, job.Sizes) = (
            new(null, default, head.Transposed, null, head.Gradient), new(target, true, null, false, null), sizes);
        Start(job, team, (sizes.Inputs + PieceColumns - 1) / PieceColumns, (long)sizes.Rows * sizes.Inputs);
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

    private sealed class ForEachJob : IComputeJob
    {
        public LayerForward Layer { get; set; }

        public LayerSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public long Number { get; set; }

        // One part for each member; the first is the calling thread's.
        public void Run(int first, int end)
        {
            float* target = first == 0 ? Layer.Y : PrivateCopies.Make(Sizes.Rows * Sizes.Outputs, Number);
            LayerForward own = new(Layer.X, Layer.Weight, Layer.Transposed, Layer.Bias, target);
            Forward(ComputeTeam.Alone, own, Sizes, Activation);
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
                if (Gradients.IsNewWeight)
                {
                    new Span<float>(
                        Gradients.Weight + (part.First * Sizes.Outputs), (part.End - part.First) * Sizes.Outputs)
                        .Clear();
                }

                NarrowKernel.WeightGradient(Layer.X, Layer.Gradient, Gradients.Weight, part);
            }
        }
    }

    /// <summary>The gradient of the sums, from that of the output, and its own sum: the gradient of the bias.</summary>
    private sealed class SumsJob : IComputeJob
    {
        public LayerBackward Layer { get; set; }

        public float* Bias { get; set; }

        /// <summary>Where the live columns are marked, or null.</summary>
        public ushort* Marks { get; set; }

        public LayerSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public void Run(int first, int end)
        {
            int column = first * PieceColumns;
            int columns = Math.Min(end * PieceColumns, Sizes.Outputs) - column;
            (int Rows, int Columns, int Stride) part = (Sizes.Rows, columns, Sizes.Outputs);
            float* gradient = Layer.Gradient + column;
            float* y = PrivateCopies.Of(Layer.Y, Layer.YCopyNumber) + column;
            Activations.MultiplyByDerivative(Activation, y, gradient, part);
            if (Bias != null)
            {
                ColumnSums.Add(gradient, Bias + column, part);
            }

            if (Marks != null)
            {
                LiveColumns.Mark(gradient, part, Marks + (column / LiveColumns.Vector));
            }
        }
    }
}
