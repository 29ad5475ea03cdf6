using System.Numerics.Tensors;
using GymSharp.Randomness;

namespace GymSharp.Neural.Initialization;

/// <summary>
/// Weights whose columns, or rows where there are fewer, are orthogonal and as long as the gain; biases zero. Saxe et
/// al. (2014), "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks".
/// </summary>
/// <param name="gain">Length of the vectors; √2 is usual before ReLU and in hidden layers of policies.</param>
public sealed class Orthogonal(double gain = 1) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(ParameterSet set, Parameter weight, Parameter? bias, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(rng);
        Fans fans = Fans.Of(weight);
        int outputs = weight.Shape.Length / fans.In;
        int count = Math.Min(fans.In, outputs);
        int length = Math.Max(fans.In, outputs);
        double[][] vectors = Basis(count, length, rng);
        Span<float> values = weight.In(set);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < length; j++)
            {
                int at = outputs <= fans.In ? (j * outputs) + i : (i * outputs) + j;
                values[at] = (float)(gain * vectors[i][j]);
            }
        }

        bias?.In(set).Clear();
        set.MarkChanged();
    }

    // Gram and Schmidt's method on normally distributed vectors gives every orthogonal basis with equal probability.
    private static double[][] Basis(int count, int length, Rng rng)
    {
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++)
        {
            vectors[i] = new double[length];
            rng.StandardNormal(vectors[i]);
        }

        for (int i = 0; i < count; i++)
        {
            double[] vector = vectors[i];
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
            for (int j = i + 1; j < count; j++)
            {
                double along = TensorPrimitives.Dot<double>(vector, vectors[j]);
                TensorPrimitives.MultiplyAdd(vector, -along, vectors[j], vectors[j]);
            }
        }

        return vectors;
    }
}
