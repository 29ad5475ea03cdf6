using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// A block of a matrix product that is held in registers: up to 8 rows and 32 columns of <c>C = I + A B</c>.
/// </summary>
/// <remarks>
/// Every element is a chain of fused multiply-adds over the inner dimension, first to last, starting from its initial
/// value. So all vectors, however wide, and all ways to cut a product into tiles give the same bits.
/// Kernels compute 16 or 32 whole columns; memory has slack for reading, and what is not wanted is not stored.
/// </remarks>
internal unsafe ref struct Tile
{
    /// <summary>Most rows of a tile.</summary>
    public const int MaxRows = 8;

    /// <summary>Most columns of a tile.</summary>
    public const int MaxColumns = 32;

    /// <summary>Left matrix: element (i, k) at <c>A[i * ARow + k * AColumn]</c>.</summary>
    public float* A;

    /// <inheritdoc cref="A"/>
    public nint ARow;

    /// <inheritdoc cref="A"/>
    public nint AColumn;

    /// <summary>Elements from eight rows of A to the next eight, where several tiles follow each other.</summary>
    public nint ABlock;

    /// <summary>Right matrix: row k begins at <c>B + k * BRow</c>.</summary>
    public float* B;

    /// <inheritdoc cref="B"/>
    public nint BRow;

    /// <summary>Length of the inner dimension.</summary>
    public int Inner;

    /// <summary>Initial values: row i begins at <c>Initial + i * InitialRow</c>.</summary>
    public float* Initial;

    /// <inheritdoc cref="Initial"/>
    public nint InitialRow;

    /// <summary>Result: row i begins at <c>C + i * CRow</c>.</summary>
    public float* C;

    /// <inheritdoc cref="C"/>
    public nint CRow;

    /// <summary>Whether the place of the next tile's result is brought into the cache meanwhile.</summary>
    public bool FetchesAhead;

    /// <summary>
    /// Whether what is not above zero is stored as zero; of tiles of eight rows in 512-bit vectors only.
    /// </summary>
    public bool Rectifies;

    /// <summary>Rows, 1 to 8.</summary>
    public int Rows;

    /// <summary>Columns, 1 to 32.</summary>
    public int Columns;

    /// <summary>Computes the tile with the widest vectors that the processor has.</summary>
    [SkipLocalsInit]
    public void Run()
    {
        int whole = Columns <= 16 ? 16 : MaxColumns;
        if (Columns == whole)
        {
            Compute(whole);
            return;
        }

        float* wanted = C;
        nint wantedRow = CRow;
        float* scratch = stackalloc float[MaxRows * MaxColumns];
        C = scratch;
        CRow = MaxColumns;
        Compute(whole);
        for (int row = 0; row < Rows; row++)
        {
            Span<float> part = new(scratch + (row * MaxColumns), Columns);
            part.CopyTo(new Span<float>(wanted + (row * wantedRow), Columns));
        }

        C = wanted;
        CRow = wantedRow;
    }

    private void Compute(int whole)
    {
        if (Hardware.Use512 && whole == MaxColumns)
        {
            TileKernel.Run<Lanes512>(ref this, whole);
        }
        else if (Hardware.Use256)
        {
            TileKernel.Run<Lanes256>(ref this, whole);
        }
        else if (Hardware.Use128)
        {
            TileKernel.Run<Lanes128>(ref this, whole);
        }
        else
        {
            TileKernel.Run<Lane>(ref this, whole);
        }
    }
}
