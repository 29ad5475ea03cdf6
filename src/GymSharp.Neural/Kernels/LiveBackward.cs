using System.Runtime.CompilerServices;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// The gradients of input and weight of a layer with rectified outputs, most of which are silent for the whole batch:
/// only the others have gradients to pass on.
/// </summary>
/// <remarks>
/// <para>The gradient is moved together, [rows, live outputs]. Then <c>gX = g Wᵀ</c> is computed as the transpose of
/// <c>W gᵀ</c>, so that the weight is read where it lies, and <c>gW += Xᵀ g</c> in its live columns. The sums
/// are those of the whole products, in the same order: where weights and inputs are finite, so are the bits.</para>
/// <para>A team shares all of it by inputs, which is by rows of the weight, as optimisers share it.</para>
/// </remarks>
internal sealed unsafe class LiveBackward : IComputeJob
{
    // Inputs in a piece of work: whole cache lines of the input's gradient.
    private const int Piece = 32;

    // Smaller weights are done before anything is moved.
    private const int LeastWeight = 1 << 14;

    [ThreadStatic]
    private static LiveBackward? shared;

    [ThreadStatic]
    private static AlignedBuffer? scratch;

    // The list of live columns, then their masks; other members read it.
    private ushort[] columns = [];
    private LayerBackward layer;
    private LayerGradients gradients;
    private LayerSizes sizes;
    private HeadBackward? head;
    private int count;

    private ushort* List => (ushort*)Unsafe.AsPointer(ref columns[0]);

    private ushort* Masks => List + sizes.Outputs + LiveColumns.Vector;

    private int Vectors => sizes.Outputs / LiveColumns.Vector;

    // Live columns, rounded up to whole tiles.
    private int Width => (count + Tile.MaxColumns - 1) / Tile.MaxColumns * Tile.MaxColumns;

    /// <summary>Whether a layer is of a size for this.</summary>
    public static bool Suits(in LayerSizes sizes) =>
        Vectors512
        && sizes.Rows > 0
        && sizes.Inputs * sizes.Outputs >= LeastWeight
        && sizes.Inputs % Piece == 0
        && sizes.Rows % Tile.MaxColumns == 0
        && sizes.Outputs % LiveColumns.Vector == 0
        && sizes.Outputs <= LiveColumns.Most;

    /// <summary>Where the live columns of a gradient are to be marked, or null if it is not worth it.</summary>
    /// <param name="gradients">Where gradients go.</param>
    /// <param name="sizes">Sizes.</param>
    public static ushort* Marks(in LayerGradients gradients, in LayerSizes sizes)
    {
        if (!Suits(sizes) || (gradients.X != null && !gradients.IsNewX))
        {
            return null;
        }

        LiveBackward job = shared ??= new LiveBackward();
        job.sizes = sizes;
        int length = sizes.Outputs + LiveColumns.Vector + job.Vectors;
        if (job.columns.Length < length)
        {
            job.columns = GC.AllocateArray<ushort>(length, pinned: true);
        }

        return job.Masks;
    }

    /// <summary>Adds the gradients, if enough of the outputs are silent.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="layer">What was computed; its gradient is that of the sums, its live columns are marked.</param>
    /// <param name="gradients">Where to add.</param>
    /// <param name="head">Computes the gradient of the sums where the layer's gradient is not there, or null.</param>
    /// <returns>Whether it was done.</returns>
    public static bool TryRun(
        ComputeTeam team, in LayerBackward layer, in LayerGradients gradients, HeadBackward? head = null)
    {
        LiveBackward job = shared!;
        (job.layer, job.gradients, job.head) = (layer, gradients, head);
        job.count = LiveColumns.List(job.Masks, job.Vectors, job.List);
        if (job.count * 4L > job.sizes.Outputs * 3L)
        {
            return false;
        }

        team.Run(job, job.sizes.Inputs / Piece);
        return true;
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        if (count == 0)
        {
            ClearInputs(first * Piece, end * Piece);
            ClearWeights(first * Piece, end * Piece);
            return;
        }

        int packed = (sizes.Rows * Width) + Tile.MaxColumns;
        int turned = gradients.X == null ? 0 : sizes.Rows * count;
        int block = Tile.MaxRows * Math.Max(sizes.Rows, Width);
        int inputs = Tile.MaxRows * sizes.Rows;
        float* memory = Scratch(packed + turned + block + Tile.MaxColumns + inputs + (3 * AlignedBuffer.Granule));
        Parts parts = new()
        {
            Gradient = memory,
            Turned = memory + AlignedBuffer.Padded(packed),
            Block = memory + AlignedBuffer.Padded(packed) + AlignedBuffer.Padded(turned),
        };
        parts.Inputs = parts.Block + AlignedBuffer.Padded(block + Tile.MaxColumns);
        parts.X = PrivateCopies.Of(layer.X, layer.XCopyNumber);
        Gather(parts);
        for (int input = first * Piece; input < end * Piece; input += Tile.MaxRows)
        {
            if (gradients.X != null)
            {
                InputGradient(parts, input);
            }

            if (gradients.Weight != null)
            {
                WeightGradient(parts, input);
            }
        }
    }

    private static bool Vectors512 => Kernels.Vectors.Hardware.Use512;

    private static float* Scratch(int length)
    {
        if (scratch is null || scratch.Length < length)
        {
            scratch?.Dispose();
            scratch = new AlignedBuffer(length);
        }

        return scratch.Pointer;
    }

    private void ClearInputs(int first, int end)
    {
        if (gradients.X == null)
        {
            return;
        }

        for (int row = 0; row < sizes.Rows; row++)
        {
            new Span<float>(gradients.X + ((nint)row * sizes.Inputs) + first, end - first).Clear();
        }
    }

    private void ClearWeights(int first, int end)
    {
        if (gradients.IsNewWeight)
        {
            new Span<float>(gradients.Weight + ((nint)first * sizes.Outputs), (end - first) * sizes.Outputs).Clear();
        }
    }

    // The live columns side by side, [rows, width], and in panels of 32 rows each turned over, [count, 32].
    private void Gather(in Parts parts)
    {
        int width = Width;
        head?.Gather(Masks, parts.Gradient, width);
        for (int row = 0; row < sizes.Rows && head is null; row++)
        {
            LiveColumns.Gather(
                layer.Gradient + ((nint)row * sizes.Outputs), Masks, Vectors, parts.Gradient + ((nint)row * width));
        }

        for (int row = 0; row < sizes.Rows && gradients.X != null; row += Tile.MaxColumns)
        {
            Transposition.Run(
                parts.Gradient + ((nint)row * width),
                width,
                parts.Turned + ((nint)row * count),
                Tile.MaxColumns,
                (Tile.MaxColumns, count));
        }
    }

    // Eight columns of gX: eight rows of W times the turned gradient, turned back.
    private void InputGradient(in Parts parts, int input)
    {
        Tile tile = default;
        tile.A = layer.Turned.Matrix.Pointer + ((nint)input * sizes.Outputs);
        tile.ARow = sizes.Outputs;
        tile.BRow = Tile.MaxColumns;
        tile.CRow = sizes.Rows;
        for (int row = 0; row < sizes.Rows; row += Tile.MaxColumns)
        {
            tile.B = parts.Turned + ((nint)row * count);
            tile.Initial = Gemm.Zero;
            tile.C = parts.Block + row;
            LivePanel512.Run(ref tile, List, count, isPacked: true);
        }

        Transposition.Run(
            parts.Block, sizes.Rows, gradients.X + input, sizes.Inputs, (Tile.MaxRows, sizes.Rows));
    }

    // Eight rows of gW, in its live columns.
    private void WeightGradient(in Parts parts, int input)
    {
        int width = Width;
        float* target = gradients.Weight + ((nint)input * sizes.Outputs);
        for (int i = 0; i < Tile.MaxRows && !gradients.IsNewWeight; i++)
        {
            LiveColumns.Gather(
                target + ((nint)i * sizes.Outputs), Masks, Vectors, parts.Block + ((nint)i * width));
        }

        Transposition.Gather(parts.X + input, sizes.Inputs, parts.Inputs, sizes.Rows);
        Tile tile = default;
        tile.A = parts.Inputs;
        tile.ARow = 1;
        tile.AColumn = Tile.MaxRows;
        tile.Inner = sizes.Rows;
        tile.BRow = width;
        tile.InitialRow = gradients.IsNewWeight ? 0 : width;
        tile.CRow = width;
        tile.Columns = Tile.MaxColumns;
        for (int column = 0; column < width; column += Tile.MaxColumns)
        {
            tile.B = parts.Gradient + column;
            tile.C = parts.Block + column;
            tile.Initial = gradients.IsNewWeight ? Gemm.Zero : tile.C;
            Panel512.Run(ref tile, 1);
        }

        for (int i = 0; i < Tile.MaxRows; i++)
        {
            float* row = target + ((nint)i * sizes.Outputs);
            if (gradients.IsNewWeight)
            {
                LiveColumns.Spread(parts.Block + ((nint)i * width), Masks, Vectors, row);
            }
            else
            {
                LiveColumns.Scatter(parts.Block + ((nint)i * width), Masks, Vectors, row);
            }
        }
    }

    /// <summary>Memory of one member.</summary>
    private struct Parts
    {
        /// <summary>The gradient's live columns, [rows, width].</summary>
        public float* Gradient;

        /// <summary>The same turned over, in panels, [live columns, 32].</summary>
        public float* Turned;

        /// <summary>Eight rows of a result.</summary>
        public float* Block;

        /// <summary>The layer's input, or the member's own copy.</summary>
        public float* X;

        /// <summary>Eight columns of the input, [rows, 8].</summary>
        public float* Inputs;
    }
}
