namespace GymSharp.Neural.Kernels;

/// <summary>Exchanges rows and columns of a matrix.</summary>
internal static unsafe class Transposition
{
    private const int Block = 16;

    /// <summary>Writes the transpose, [columns, rows], of a row-major matrix [rows, columns].</summary>
    public static void Run(float* source, float* target, int rows, int columns)
    {
        // In blocks, so that the lines read and the lines written both stay in the first cache.
        for (int i = 0; i < rows; i += Block)
        {
            int lastRow = Math.Min(i + Block, rows);
            for (int j = 0; j < columns; j += Block)
            {
                int lastColumn = Math.Min(j + Block, columns);
                for (int column = j; column < lastColumn; column++)
                {
                    float* to = target + ((long)column * rows);
                    for (int row = i; row < lastRow; row++)
                    {
                        to[row] = source[((long)row * columns) + column];
                    }
                }
            }
        }
    }
}
