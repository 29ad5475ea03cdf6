using GymSharp.Neural.Autodiff;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>Convolutions with their activation, forwards and backwards.</summary>
/// <remarks>
/// The numbers under the kernel are gathered for a block of places that fits into the second cache and multiplied at
/// once; the matrix of all of them never exists. Backwards, pictures are cut into chunks that depend on the sizes alone;
/// each makes a weight gradient of its own, and these are added in order, whoever made them.
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
        ComputeTeam team, in LayerForward layer, in ConvolutionSizes sizes, Activation activation)
    {
        ForwardJob job = forwardJob ??= new ForwardJob();
        (job.Layer, job.Sizes, job.Activation) = (layer, sizes, activation);
        int places = sizes.Samples * sizes.Places;
        Start(job, team, (places + BlockPlaces(sizes) - 1) / BlockPlaces(sizes), sizes.Operations);
    }

    /// <summary>Adds the gradients of pictures, weight and bias.</summary>
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
        in ConvolutionSizes sizes,
        Activation activation,
        Tape tape)
    {
        BackwardJob job = backwardJob ??= new BackwardJob();
        (job.Layer, job.Gradients, job.Sizes, job.Activation) = (layer, gradients, sizes, activation);
        job.ChunkSamples = (sizes.Samples + MaxChunks - 1) / MaxChunks;
        int chunks = (sizes.Samples + job.ChunkSamples - 1) / job.ChunkSamples;
        int weightLength = AlignedBuffer.Padded(sizes.Inner * sizes.Outputs);
        job.PartialStride = weightLength + AlignedBuffer.Padded(sizes.Outputs);
        job.Partials = tape.Take(chunks * job.PartialStride);
        Start(job, team, chunks, 2 * sizes.Operations);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            float* partial = job.Partials + ((nint)chunk * job.PartialStride);
            if (gradients.Weight != null)
            {
                Rearranging.AddTo(gradients.Weight, partial, sizes.Inner * sizes.Outputs);
            }

            if (gradients.Bias != null)
            {
                Rearranging.AddTo(gradients.Bias, partial + weightLength, sizes.Outputs);
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

    private static int BlockPlaces(in ConvolutionSizes sizes) =>
        Math.Max(Tile.MaxRows, BlockElements / Patches.Stride(sizes) / Tile.MaxRows * Tile.MaxRows);

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
        public LayerForward Layer { get; set; }

        public ConvolutionSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public void Run(int first, int end)
        {
            ConvolutionSizes sizes = Sizes;
            int block = BlockPlaces(sizes);
            int stride = Patches.Stride(sizes);
            float* rows = Scratch(block * stride);
            int last = Math.Min(end * block, sizes.Samples * sizes.Places);
            for (int place = first * block; place < last; place += block)
            {
                int count = Math.Min(block, last - place);
                Patches.Gather(sizes, Layer.X, place, count, rows);
                float* y = Layer.Y + ((nint)place * sizes.Outputs);
                Gemm.Run(
                    ComputeTeam.Alone,
                    new Matrix(rows, count, sizes.Inner, stride, 1),
                    new Matrix(Layer.Weight, sizes.Inner, sizes.Outputs),
                    new Matrix(y, count, sizes.Outputs),
                    Layer.Bias == null ? Gemm.Zero : Layer.Bias,
                    0);
                Activations.Apply(Activation, y, count * sizes.Outputs);
            }
        }
    }

    private sealed class BackwardJob : IComputeJob
    {
        public LayerBackward Layer { get; set; }

        public LayerGradients Gradients { get; set; }

        public ConvolutionSizes Sizes { get; set; }

        public Activation Activation { get; set; }

        public int ChunkSamples { get; set; }

        public float* Partials { get; set; }

        public int PartialStride { get; set; }

        public void Run(int first, int end)
        {
            ConvolutionSizes sizes = Sizes;
            int block = BlockPlaces(sizes);
            float* rows = Scratch(block * Patches.Stride(sizes));
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
            float* gradient = Layer.Gradient + ((nint)place * sizes.Outputs);
            int length = count * sizes.Outputs;
            Activations.MultiplyByDerivative(
                Activation, Layer.Y + ((nint)place * sizes.Outputs), gradient, length);
            Matrix change = new(gradient, count, sizes.Outputs);
            Matrix patches = new(rows, count, sizes.Inner, stride, 1);
            if (Gradients.Weight != null)
            {
                Patches.Gather(sizes, Layer.X, place, count, rows);
                Matrix weight = new(partial, sizes.Inner, sizes.Outputs);
                Gemm.Run(ComputeTeam.Alone, patches.Transposed(), change, weight, accumulate: true);
            }

            if (Gradients.Bias != null)
            {
                float* bias = partial + AlignedBuffer.Padded(sizes.Inner * sizes.Outputs);
                for (int row = 0; row < count; row++)
                {
                    Rearranging.AddTo(bias, gradient + ((nint)row * sizes.Outputs), sizes.Outputs);
                }
            }

            if (Gradients.X != null)
            {
                Matrix transposed = new(Layer.Transposed, sizes.Outputs, sizes.Inner);
                Gemm.Run(ComputeTeam.Alone, change, transposed, patches, accumulate: false);
                Patches.Scatter(sizes, Gradients.X, place, count, rows);
            }
        }
    }
}
