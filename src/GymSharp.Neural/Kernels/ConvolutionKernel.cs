using GymSharp.Neural.Autodiff;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>Convolutions with their activation, forwards and backwards.</summary>
/// <remarks>
/// The numbers under the kernel are read where they lie (<see cref="DirectConvolution"/>), or gathered for a block of
/// places that fits into the second cache and multiplied at once; the matrix of all of them never exists. Backwards,
/// pictures are cut into chunks that depend on the sizes alone; each makes a weight gradient of its own, and these are
/// added in order, whoever made them.
/// </remarks>
internal static unsafe class ConvolutionKernel
{
    private const int BlockElements = 1 << 16;
    private const int MaxChunks = 8;
    private const long ParallelFrom = 400_000;

    [ThreadStatic]
    private static ForwardJob? forwardJob;

    [ThreadStatic]
    private static BackwardJob? backwardJob;

    [ThreadStatic]
    private static AlignedBuffer? scratch;

    /// <summary><c>y = activation(x * W + b)</c>.</summary>
    public static void Forward(
        ComputeTeam team, in ConvolutionOperands operands, in ConvolutionSizes sizes, Activation activation)
    {
        ForwardJob job = forwardJob ??= new ForwardJob();
        (job.Operands, job.Sizes, job.Activation) = (operands, sizes, activation);
        int places = sizes.Samples * sizes.Places;
        Start(job, team, (places + BlockPlaces(sizes) - 1) / BlockPlaces(sizes), sizes.Operations);
    }

    /// <summary>Adds the gradients of pictures, weight and bias.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="operands">What was computed and where to add.</param>
    /// <param name="sizes">Sizes.</param>
    /// <param name="activation">Activation of the layer.</param>
    /// <param name="tape">Lends memory.</param>
    public static void Backward(
        ComputeTeam team,
        in ConvolutionOperands operands,
        in ConvolutionSizes sizes,
        Activation activation,
        Tape tape)
    {
        if (sizes.Samples == 0)
        {
            return;
        }

        BackwardJob job = backwardJob ??= new BackwardJob();
        (job.Operands, job.Sizes, job.Activation) = (operands, sizes, activation);
        job.ChunkSamples = (sizes.Samples + MaxChunks - 1) / MaxChunks;
        int chunks = (sizes.Samples + job.ChunkSamples - 1) / job.ChunkSamples;
        int weightLength = AlignedBuffer.Padded(sizes.Inner * sizes.Outputs);
        job.PartialStride = weightLength + AlignedBuffer.Padded(sizes.Outputs);
        job.Partials = tape.Take(chunks * job.PartialStride);
        Start(job, team, chunks, 2 * sizes.Operations);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            float* partial = job.Partials + ((nint)chunk * job.PartialStride);
            if (operands.WeightGradient != null)
            {
                Rearranging.AddTo(operands.WeightGradient, partial, sizes.Inner * sizes.Outputs);
            }

            if (operands.BiasGradient != null)
            {
                Rearranging.AddTo(operands.BiasGradient, partial + weightLength, sizes.Outputs);
            }
        }
    }

    private static void Start(IComputeJob job, ComputeTeam team, int parts, long operations)
    {
        if (operations >= ParallelFrom)
        {
            team.Run(job, parts);
        }
        else
        {
            job.Run(0, parts);
        }
    }

    private static int BlockPlaces(in ConvolutionSizes sizes) => Math.Min(
        DirectConvolution.BlockPlaces,
        Math.Max(Tile.MaxRows, BlockElements / Patches.Stride(sizes) / Tile.MaxRows * Tile.MaxRows));

    private static float* Scratch(int length)
    {
        if (scratch is null || scratch.Length < length)
        {
            scratch?.Dispose();
            scratch = new AlignedBuffer(length);
        }

        return scratch.Pointer;
    }

    private sealed class ForwardJob : IComputeJob
    {
        public ConvolutionOperands Operands;

        public ConvolutionSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public void Run(int first, int end)
        {
            ConvolutionSizes sizes = Sizes;
            int block = BlockPlaces(sizes);
            int stride = Patches.Stride(sizes);
            bool isDirect = DirectConvolution.SuitsForward(sizes) && Operands.Weight.Kept != null;
            float* rows = isDirect ? null : Scratch(block * stride);
            int last = Math.Min(end * block, sizes.Samples * sizes.Places);
            for (int place = first * block; place < last; place += block)
            {
                int count = Math.Min(block, last - place);
                float* y = Operands.Y + ((nint)place * sizes.Outputs);
                if (isDirect)
                {
                    DirectConvolution.Forward(Operands, sizes, place, count);
                    Activations.Apply(Activation, y, (count, sizes.Outputs, sizes.Outputs));
                    continue;
                }

                Patches.Gather(sizes, Operands.X, place, count, rows);
                Gemm.Run(
                    ComputeTeam.Alone,
                    new Matrix(rows, count, sizes.Inner, stride, 1),
                    Operands.Weight,
                    new Matrix(y, count, sizes.Outputs),
                    new InitialValues(Operands.Bias),
                    Activation);
            }
        }
    }

    private sealed class BackwardJob : IComputeJob
    {
        public ConvolutionOperands Operands;

        public ConvolutionSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public int ChunkSamples { get; set; }

        public float* Partials { get; set; }

        public int PartialStride { get; set; }

        public void Run(int first, int end)
        {
            ConvolutionSizes sizes = Sizes;
            int block = BlockPlaces(sizes);
            bool gathers = Operands.XGradient != null || !DirectConvolution.SuitsGradient(sizes);
            float* rows = gathers ? Scratch(block * Patches.Stride(sizes)) : null;
            for (int chunk = first; chunk < end; chunk++)
            {
                float* partial = Partials + ((nint)chunk * PartialStride);
                new Span<float>(partial, PartialStride).Clear();
                int start = chunk * ChunkSamples * sizes.Places;
                int last = Math.Min((chunk + 1) * ChunkSamples, sizes.Samples) * sizes.Places;
                for (int place = start; place < last; place += block)
                {
                    Block(place, Math.Min(block, last - place), partial, rows);
                }
            }
        }

        private void Block(int place, int count, float* partial, float* rows)
        {
            ConvolutionSizes sizes = Sizes;
            int stride = Patches.Stride(sizes);
            float* gradient = Operands.YGradient + ((nint)place * sizes.Outputs);
            (int Rows, int Columns, int Stride) all = (count, sizes.Outputs, sizes.Outputs);
            Activations.MultiplyByDerivative(
                Activation, Operands.Y + ((nint)place * sizes.Outputs), gradient, all);
            Matrix change = new(gradient, count, sizes.Outputs);
            Matrix patches = new(rows, count, sizes.Inner, stride, 1);
            if (Operands.WeightGradient != null && DirectConvolution.SuitsGradient(sizes))
            {
                DirectConvolution.AddWeightGradient(Operands, sizes, place, count, partial);
            }
            else if (Operands.WeightGradient != null)
            {
                Patches.Gather(sizes, Operands.X, place, count, rows);
                Matrix weight = new(partial, sizes.Inner, sizes.Outputs);
                Gemm.Run(ComputeTeam.Alone, patches.Transposed(), change, weight, accumulate: true);
            }

            if (Operands.BiasGradient != null)
            {
                float* bias = partial + AlignedBuffer.Padded(sizes.Inner * sizes.Outputs);
                ColumnSums.Add(gradient, bias, all);
            }

            if (Operands.XGradient != null)
            {
                Gemm.Run(ComputeTeam.Alone, change, Operands.Turned, patches, accumulate: false);
                Patches.Scatter(sizes, Operands.XGradient, place, count, rows);
            }
        }
    }
}
