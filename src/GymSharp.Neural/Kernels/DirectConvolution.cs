using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// Convolutions that read the numbers under the kernel where they lie, instead of gathering them first. The sums are
/// those of <see cref="ConvolutionKernel"/>, in the same order.
/// </summary>
internal static unsafe class DirectConvolution
{
    /// <summary>Most places at a time.</summary>
    public const int BlockPlaces = 256;

    // Outputs that fill one vector, and half a panel.
    private const int NarrowOutputs = 16;

    // Rows of a panel that stay in the first cache.
    private const int PanelRows = 256;

    /// <summary>Whether a forward pass can be done so: no border, and whole vectors of outputs.</summary>
    public static bool SuitsForward(in ConvolutionSizes sizes) =>
        Vectors.Hardware.Use512
        && sizes.Padding == 0
        && (sizes.Outputs == NarrowOutputs || sizes.Outputs % Tile.MaxColumns == 0);

    /// <summary>Whether the gradient of the kernels can be found so: eight numbers lie side by side.</summary>
    public static bool SuitsGradient(in ConvolutionSizes sizes) =>
        SuitsForward(sizes) && sizes.Run % Tile.MaxRows == 0;

    /// <summary>Sums of some places: <c>Y = b + patches W</c>.</summary>
    /// <param name="operands">Where to read and write.</param>
    /// <param name="sizes">Sizes.</param>
    /// <param name="first">First place, counted through all pictures.</param>
    /// <param name="count">Number of places, at most <see cref="BlockPlaces"/>.</param>
    [SkipLocalsInit]
    public static void Forward(in ConvolutionOperands operands, in ConvolutionSizes sizes, int first, int count)
    {
        float** places = stackalloc float*[BlockPlaces];
        Patches.Locate(sizes, operands.X, first, count, places);
        Matrix weight = operands.Weight.Matrix;
        int panels = Panels.Count(sizes.Outputs);
        float* packed = operands.Weight.Ensure(0, panels);
        DirectTile tile = default;
        tile.Run = sizes.Run;
        tile.Line = sizes.Line;
        tile.CRow = sizes.Outputs;
        float* y = operands.Y + ((nint)first * sizes.Outputs);
        int step = Math.Max(1, PanelRows / sizes.Run);
        for (int line = 0; line < sizes.KernelHeight; line += step)
        {
            tile.Lines = Math.Min(step, sizes.KernelHeight - line);
            tile.Offset = line * sizes.Line;
            for (int panel = 0; panel < panels; panel++)
            {
                int column = panel * Tile.MaxColumns;
                tile.Places = places;
                tile.B = packed + (((nint)panel * weight.Rows) + ((nint)line * sizes.Run)) * Tile.MaxColumns;
                tile.C = y + column;
                tile.InitialRow = line > 0 ? sizes.Outputs : 0;
                tile.Initial = line > 0 ? tile.C : operands.Bias == null ? Gemm.Zero : operands.Bias + column;
                Places(ref tile, count, sizes.Outputs);
            }
        }
    }

    /// <summary>Adds the gradient of the kernels from some places.</summary>
    /// <param name="operands">Where to read.</param>
    /// <param name="sizes">Sizes.</param>
    /// <param name="first">First place, counted through all pictures.</param>
    /// <param name="count">Number of places, at most <see cref="BlockPlaces"/>.</param>
    /// <param name="target">Where to add, [inner, outputs].</param>
    [SkipLocalsInit]
    public static void AddWeightGradient(
        in ConvolutionOperands operands, in ConvolutionSizes sizes, int first, int count, float* target)
    {
        float** places = stackalloc float*[BlockPlaces];
        Patches.Locate(sizes, operands.X, first, count, places);
        DirectTile tile = default;
        tile.Places = places;
        tile.BRow = sizes.Outputs;
        tile.CRow = sizes.Outputs;
        float* gradient = operands.YGradient + ((nint)first * sizes.Outputs);
        for (int column = 0; column < sizes.Outputs; column += Tile.MaxColumns)
        {
            tile.B = gradient + column;
            for (int inner = 0; inner < sizes.Inner; inner += Tile.MaxRows)
            {
                tile.Offset = (inner / sizes.Run * sizes.Line) + (inner % sizes.Run);
                tile.C = target + ((nint)inner * sizes.Outputs) + column;
                if (sizes.Outputs == NarrowOutputs)
                {
                    Direct512.Gradient16(tile, count);
                }
                else
                {
                    Direct512.Gradient32(tile, count);
                }
            }
        }
    }

    // Whole blocks of eight places, then the rest by way of a block of their own, whose missing places repeat the last.
    [SkipLocalsInit]
    private static void Places(ref DirectTile tile, int count, int outputs)
    {
        int whole = count / Tile.MaxRows;
        Run(tile, whole, outputs);
        int left = count - (whole * Tile.MaxRows);
        if (left == 0)
        {
            return;
        }

        float** places = stackalloc float*[Tile.MaxRows];
        float* scratch = stackalloc float[Tile.MaxRows * Tile.MaxColumns];
        int width = Math.Min(outputs, Tile.MaxColumns);
        nint done = whole * Tile.MaxRows;
        float* initial = tile.Initial + (done * tile.InitialRow);
        float* c = tile.C + (done * tile.CRow);
        for (int i = 0; i < Tile.MaxRows; i++)
        {
            int place = Math.Min(i, left - 1);
            places[i] = tile.Places[done + place];
            new ReadOnlySpan<float>(initial + (place * tile.InitialRow), width)
                .CopyTo(new Span<float>(scratch + (i * Tile.MaxColumns), width));
        }

        DirectTile rest = tile;
        rest.Places = places;
        rest.Initial = scratch;
        rest.InitialRow = Tile.MaxColumns;
        rest.C = scratch;
        rest.CRow = Tile.MaxColumns;
        Run(rest, 1, outputs);
        for (int i = 0; i < left; i++)
        {
            new ReadOnlySpan<float>(scratch + (i * Tile.MaxColumns), width)
                .CopyTo(new Span<float>(c + (i * tile.CRow), width));
        }
    }

    private static void Run(in DirectTile tile, int blocks, int outputs)
    {
        if (outputs == NarrowOutputs)
        {
            Direct512.Forward16(tile, blocks);
        }
        else
        {
            Direct512.Forward32(tile, blocks);
        }
    }
}
