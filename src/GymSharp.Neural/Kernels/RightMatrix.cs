namespace GymSharp.Neural.Kernels;

/// <summary>The right side of a product, and its panels where it is a learned weight.</summary>
/// <param name="matrix">The matrix; its rows or its columns lie in one piece.</param>
/// <param name="kept">Keeps its panels, or null to cut them anew each time.</param>
/// <param name="version">Changes when the elements do.</param>
internal readonly unsafe struct RightMatrix(in Matrix matrix, Panels? kept = null, long version = 0)
{
    public Matrix Matrix { get; } = matrix;

    public Panels? Kept { get; } = kept;

    public long Version { get; } = version;

    /// <summary>Sees to it that some of the kept panels are those of the matrix.</summary>
    /// <param name="first">First panel.</param>
    /// <param name="end">End of the panels.</param>
    /// <returns>The first of all panels.</returns>
    public float* Ensure(int first, int end) => Kept!.Ensure(Matrix, Version, first, end);

    public static implicit operator RightMatrix(in Matrix matrix) => new(matrix);
}
