namespace GymSharp.Neural.Kernels;

/// <summary>
/// The gradient of a layer's output where a layer with a handful of outputs is all that reads it: it is known from so
/// few numbers that it is computed where it is needed and never stored.
/// </summary>
/// <param name="gradient">Gradient of the narrow layer's sums, [rows, heads].</param>
/// <param name="transposed">Transposed weight of the narrow layer, [heads, outputs].</param>
/// <param name="heads">Outputs of the narrow layer.</param>
internal readonly unsafe struct HeadGradient(float* gradient, float* transposed, int heads)
{
    public float* Gradient { get; } = gradient;

    public float* Transposed { get; } = transposed;

    public int Heads { get; } = heads;
}
