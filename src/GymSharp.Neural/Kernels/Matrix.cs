namespace GymSharp.Neural.Kernels;

/// <summary>A matrix somewhere in memory; strides in elements.</summary>
internal readonly unsafe struct Matrix
{
    public Matrix(float* pointer, int rows, int columns)
        : this(pointer, rows, columns, columns, 1)
    {
    }

    public Matrix(float* pointer, int rows, int columns, int rowStride, int columnStride)
    {
        Pointer = pointer;
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    public float* Pointer { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Elements from one row to the next.</summary>
    public int RowStride { get; }

    /// <summary>Elements from one column to the next.</summary>
    public int ColumnStride { get; }

    /// <summary>Whether whole columns may well be zeros, as where a rectifier made them.</summary>
    public bool HasZeros { get; init; }

    /// <summary>Number by which members of a team find their own copies, or 0; see <c>PrivateCopies</c>.</summary>
    public long CopyNumber { get; init; }

    /// <summary>The same memory with rows and columns exchanged.</summary>
    public Matrix Transposed() => new(Pointer, Columns, Rows, ColumnStride, RowStride) { CopyNumber = CopyNumber };
}
