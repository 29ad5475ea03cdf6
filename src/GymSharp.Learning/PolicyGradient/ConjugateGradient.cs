namespace GymSharp.Learning.PolicyGradient;

/// <summary>Solves <c>F x = b</c> for a symmetric positive definite matrix known only by its products.</summary>
/// <remarks>Hestenes and Stiefel (1952), "Methods of Conjugate Gradients for Solving Linear Systems".</remarks>
internal sealed class ConjugateGradient
{
    private const double SmallResidual = 1e-10;

    private readonly float[] residual;
    private readonly float[] direction;
    private readonly float[] product;

    /// <summary>Makes room for vectors of a length.</summary>
    public ConjugateGradient(int length)
    {
        residual = new float[length];
        direction = new float[length];
        product = new float[length];
    }

    /// <summary>Writes <c>F v</c>.</summary>
    /// <param name="vector">v.</param>
    /// <param name="result">Receives the product.</param>
    public delegate void Product(ReadOnlySpan<float> vector, Span<float> result);

    /// <summary>Solves, beginning at 0.</summary>
    /// <param name="multiply">Multiplies by F.</param>
    /// <param name="right">b.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="solution">Receives x.</param>
    public void Solve(Product multiply, ReadOnlySpan<float> right, int steps, Span<float> solution)
    {
        solution.Clear();
        right.CopyTo(residual);
        right.CopyTo(direction);
        double length = Dot(residual, residual);
        for (int step = 0; step < steps && length > SmallResidual; step++)
        {
            multiply(direction, product);
            double along = length / Dot(direction, product);
            Add(solution, along, direction);
            Add(residual, -along, product);
            double next = Dot(residual, residual);
            double keep = next / length;
            for (int i = 0; i < direction.Length; i++)
            {
                direction[i] = (float)(residual[i] + (keep * direction[i]));
            }

            length = next;
        }
    }

    /// <summary>Sum of the products of the elements.</summary>
    public static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a vector.</summary>
    public static void Add(Span<float> target, double factor, ReadOnlySpan<float> vector)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = (float)(target[i] + (factor * vector[i]));
        }
    }
}
