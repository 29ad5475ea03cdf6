using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>A linear layer with its activation, forwards and backwards.</summary>
/// <remarks>
/// Backwards there are two ways. Small layers over many rows: the rows are cut into chunks, each chunk stays on one
/// core for everything and makes a weight gradient of its own, and these are added in order. Large layers: the gradient
/// of the weight is cut into tiles. Which way and which chunks depends on the sizes alone, never on the number of
/// threads.
/// </remarks>
internal static unsafe class LinearKernel
{
    private const int ChunkRows = 128;
    private const int MaxChunks = 8;
    private const int MaxSmallWeight = 1 << 14;
    private const long ParallelFrom = 400_000;

    [ThreadStatic]
    private static ForwardJob? forwardJob;

    [ThreadStatic]
    private static BackwardJob? backwardJob;

    /// <summary><c>y = activation(x W + b)</c>.</summary>
    public static void Forward(ComputeTeam team, in LayerForward layer, in LayerSizes sizes, Activation activation)
    {
        ForwardJob job = forwardJob ??= new ForwardJob();
        job.Layer = layer;
        job.Sizes = sizes;
        job.Activation = activation;
        int blocks = (sizes.Rows + Tile.MaxRows - 1) / Tile.MaxRows;
        if (Operations(sizes) >= ParallelFrom)
        {
            team.Run(job, blocks);
        }
        else
        {
            job.Run(0, blocks);
        }
    }

    /// <summary>Adds the gradients of input, weight and bias.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="layer">What was computed.</param>
    /// <param name="gradients">Where to add.</param>
    /// <param name="sizes">Sizes.</param>
    /// <param name="activation">Activation of the layer.</param>
    /// <param name="tape">Lends memory.</param>
    public static void Backward(
        ComputeTeam team,
        in LayerBackward layer,
        in LayerGradients gradients,
        in LayerSizes sizes,
        Activation activation,
        Tape tape)
    {
        BackwardJob job = backwardJob ??= new BackwardJob();
        job.Layer = layer;
        job.Gradients = gradients;
        job.Sizes = sizes;
        job.Activation = activation;
        bool small = sizes.Inputs * sizes.Outputs <= MaxSmallWeight && sizes.Rows >= 2 * ChunkRows;
        int chunkRows = ChunkRows;
        while (small && chunkRows * MaxChunks < sizes.Rows)
        {
            chunkRows *= 2;
        }

        job.ChunkRows = chunkRows;
        int chunks = (sizes.Rows + chunkRows - 1) / chunkRows;
        int stride = Memory.AlignedBuffer.Padded(sizes.Inputs * sizes.Outputs)
            + Memory.AlignedBuffer.Padded(sizes.Outputs);
        job.Partials = small ? tape.Take(chunks * stride) : null;
        job.PartialStride = stride;
        bool parallel = Operations(sizes) >= ParallelFrom / 2;
        if (parallel)
        {
            team.Run(job, chunks);
        }
        else
        {
            job.Run(0, chunks);
        }

        if (small)
        {
            job.AddPartials(chunks);
        }
        else
        {
            WholeGradients(parallel ? team : ComputeTeam.Alone, layer, gradients, sizes);
        }
    }

    private static long Operations(in LayerSizes sizes) => 2L * sizes.Rows * sizes.Inputs * sizes.Outputs;

    private static void WholeGradients(
        ComputeTeam team, in LayerBackward layer, in LayerGradients gradients, in LayerSizes sizes)
    {
        Matrix gradient = new(layer.Gradient, sizes.Rows, sizes.Outputs);
        if (gradients.Weight != null && NarrowKernel.Suits(sizes))
        {
            NarrowKernel.WeightGradient(layer.X, layer.Gradient, gradients.Weight, sizes);
        }
        else if (gradients.Weight != null)
        {
            Matrix turned = new Matrix(layer.X, sizes.Rows, sizes.Inputs).Transposed();
            Gemm.Run(
                team, turned, gradient, new Matrix(gradients.Weight, sizes.Inputs, sizes.Outputs), accumulate: true);
        }

        if (gradients.Bias != null)
        {
            ColumnSums.Add(layer.Gradient, gradients.Bias, sizes.Rows, sizes.Outputs);
        }
    }

    private sealed class ForwardJob : IComputeJob
    {
        public LayerForward Layer { get; set; }

        public LayerSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public void Run(int first, int end)
        {
            int row = first * Tile.MaxRows;
            int rows = Math.Min(end * Tile.MaxRows, Sizes.Rows) - row;
            float* x = Layer.X + ((nint)row * Sizes.Inputs);
            float* y = Layer.Y + ((nint)row * Sizes.Outputs);
            if (Layer.Transposed != null)
            {
                NarrowKernel.Forward(new(x, Layer.Weight, Layer.Transposed, Layer.Bias, y), Sizes with { Rows = rows });
            }
            else
            {
                Gemm.Run(
                    ComputeTeam.Alone,
                    new Matrix(x, rows, Sizes.Inputs),
                    new Matrix(Layer.Weight, Sizes.Inputs, Sizes.Outputs),
                    new Matrix(y, rows, Sizes.Outputs),
                    Layer.Bias == null ? Gemm.Zero : Layer.Bias,
                    0);
            }

            Activations.Apply(Activation, y, rows * Sizes.Outputs);
        }
    }

    private sealed class BackwardJob : IComputeJob
    {
        public LayerBackward Layer { get; set; }

        public LayerGradients Gradients { get; set; }

        public LayerSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public int ChunkRows { get; set; }

        public float* Partials { get; set; }

        public int PartialStride { get; set; }

        public void Run(int first, int end)
        {
            for (int chunk = first; chunk < end; chunk++)
            {
                Chunk(chunk);
            }
        }

        public void AddPartials(int chunks)
        {
            int weightLength = Sizes.Inputs * Sizes.Outputs;
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                float* partial = Partials + (chunk * PartialStride);
                if (Gradients.Weight != null)
                {
                    Autodiff.Rearranging.AddTo(Gradients.Weight, partial, weightLength);
                }

                if (Gradients.Bias != null)
                {
                    Autodiff.Rearranging.AddTo(
                        Gradients.Bias, partial + Memory.AlignedBuffer.Padded(weightLength), Sizes.Outputs);
                }
            }
        }

        private void Chunk(int chunk)
        {
            int row = chunk * ChunkRows;
            int rows = Math.Min(ChunkRows, Sizes.Rows - row);
            float* gradient = Layer.Gradient + ((nint)row * Sizes.Outputs);
            Activations.MultiplyByDerivative(
                Activation, Layer.Y + ((nint)row * Sizes.Outputs), gradient, rows * Sizes.Outputs);
            Matrix change = new(gradient, rows, Sizes.Outputs);
            LayerSizes sizes = Sizes with { Rows = rows };
            if (Gradients.X != null && NarrowKernel.Suits(sizes))
            {
                float* inputs = Gradients.X + ((nint)row * Sizes.Inputs);
                NarrowKernel.InputGradient(gradient, Layer.Transposed, inputs, sizes, accumulate: !Gradients.IsNewX);
            }
            else if (Gradients.X != null)
            {
                Matrix transposed = new(Layer.Transposed, Sizes.Outputs, Sizes.Inputs);
                Matrix inputs = new(Gradients.X + ((nint)row * Sizes.Inputs), rows, Sizes.Inputs);
                Gemm.Run(ComputeTeam.Alone, change, transposed, inputs, accumulate: !Gradients.IsNewX);
            }

            if (Partials != null)
            {
                float* partial = Partials + (chunk * PartialStride);
                int weightLength = Sizes.Inputs * Sizes.Outputs;
                Matrix turned = new Matrix(Layer.X + ((nint)row * Sizes.Inputs), rows, Sizes.Inputs).Transposed();
                Matrix weight = new(partial, Sizes.Inputs, Sizes.Outputs);
                Gemm.Run(ComputeTeam.Alone, turned, change, weight, accumulate: false);
                float* bias = partial + Memory.AlignedBuffer.Padded(weightLength);
                new Span<float>(bias, Sizes.Outputs).Clear();
                ColumnSums.Add(gradient, bias, rows, Sizes.Outputs);
            }
        }
    }
}
