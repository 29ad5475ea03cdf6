using GymSharp.Neural.Memory;

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

    /// <summary>Panels of the matrix.</summary>
    public Panels Plain => plain ?? Keep(ref plain, new Panels(rows, columns));

    /// <summary>Panels of the transposed matrix.</summary>
    public Panels Turned => turned ?? Keep(ref turned, new Panels(columns, rows));

    /// <summary>The transposed matrix in one piece.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="version">Changes when its elements do.</param>
    public float* Transposed(float* values, long version)
    {
        AlignedBuffer buffer = transposed ?? Keep(ref transposed, new AlignedBuffer(rows * columns));
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

    // Of several threads that make one at once, the first wins.
    private static T Keep<T>(ref T? place, T made)
        where T : class, IDisposable
    {
        if (Interlocked.CompareExchange(ref place, made, null) is { } first)
        {
            made.Dispose();
            return first;
        }

        return made;
    }
}
