using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>A random orthogonal matrix times a gain; biases are zero. Saxe, McClelland and Ganguli (2014).</summary>
/// <param name="gain">Factor: √2 for hidden layers, 0.01 for a policy's last layer, 1 for a value's.</param>
internal sealed class OrthogonalWeights(double gain) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(ParameterSet set, Parameter weight, Parameter? bias, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(weight);
        int rows = weight.Shape.Rows;
        int columns = weight.Shape.Columns;
        bool isWide = columns > rows;
        (int length, int count) = isWide ? (columns, rows) : (rows, columns);
        double[] basis = Basis(length, count, rng);
        Span<float> values = weight.In(set);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                (int vector, int element) = isWide ? (row, column) : (column, row);
                values[(row * columns) + column] = (float)(gain * basis[(vector * length) + element]);
            }
        }

        bias?.In(set).Clear();
        set.MarkChanged();
    }

    // Gram and Schmidt's method, twice over for accuracy, makes normal vectors orthonormal and keeps them uniform.
    private static double[] Basis(int length, int count, Rng rng)
    {
        double[] basis = new double[length * count];
        rng.StandardNormal(basis);
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = basis.AsSpan(i * length, length);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < i; j++)
                {
                    ReadOnlySpan<double> other = basis.AsSpan(j * length, length);
                    double along = Product(vector, other);
                    for (int k = 0; k < length; k++)
                    {
                        vector[k] -= along * other[k];
                    }
                }
            }

            double norm = Math.Sqrt(Product(vector, vector));
            for (int k = 0; k < length; k++)
            {
                vector[k] /= norm;
            }
        }

        return basis;
    }

    private static double Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int k = 0; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }
}
