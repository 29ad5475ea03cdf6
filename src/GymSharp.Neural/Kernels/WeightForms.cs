using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// What kernels read in place of a learned matrix, [rows, columns]; each form is kept until the matrix changes.
/// </summary>
/// <param name="rows">Rows.</param>
/// <param name="columns">Columns.</param>
internal sealed unsafe class WeightForms(int rows, int columns) : IDisposable
{
    private Panels? plain;
    private Panels? turned;
    private AlignedBuffer? transposed;
    private long transposedVersion;

    /// <summary>Rows of the matrix.</summary>
    public int Rows => rows;

    /// <summary>Columns of the matrix.</summary>
    public int Columns => columns;

    /// <summary>Panels of the matrix.</summary>
    public Panels Plain => plain ?? FirstMade.Of(ref plain, new Panels(rows, columns));

    /// <summary>Panels of the transposed matrix.</summary>
    public Panels Turned => turned ?? FirstMade.Of(ref turned, new Panels(columns, rows));

    /// <summary>The transposed matrix in one piece.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="version">Changes when its elements do.</param>
    public float* Transposed(float* values, long version)
    {
        AlignedBuffer buffer = transposed ?? FirstMade.Of(ref transposed, new AlignedBuffer(rows * columns));
        if (Freshness.Claim(ref transposedVersion, version))
        {
            Transposition.Run(values, columns, buffer.Pointer, rows, (rows, columns));
            Freshness.Done(ref transposedVersion, version);
        }

        return buffer.Pointer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        plain?.Dispose();
        turned?.Dispose();
        transposed?.Dispose();
    }
}
