namespace GymSharp.Learning.PolicyGradient;

/// <summary>Gaussian elimination with pivots.</summary>
internal static class DenseSolver
{
    public static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        double[,] a = (double[,])matrix.Clone();
        double[] b = [.. right];
        for (int column = 0; column < size; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < size; row++)
            {
                pivot = Math.Abs(a[row, column]) > Math.Abs(a[pivot, column]) ? row : pivot;
            }

            (b[column], b[pivot]) = (b[pivot], b[column]);
            for (int k = 0; k < size; k++)
            {
                (a[column, k], a[pivot, k]) = (a[pivot, k], a[column, k]);
            }

            for (int row = 0; row < size; row++)
            {
                double factor = row == column ? 0 : a[row, column] / a[column, column];
                for (int k = column; k < size; k++)
                {
                    a[row, k] -= factor * a[column, k];
                }

                b[row] -= factor * b[column];
            }
        }

        return [.. b.Select((value, i) => value / a[i, i])];
    }
}
