namespace GymSharp.Neural.Kernels;

/// <summary>Where a layer of sparse rows reads and writes.</summary>
/// <param name="x">Input, [rows, inputs].</param>
/// <param name="weight">Weight, [inputs, outputs].</param>
/// <param name="bias">Bias, [outputs].</param>
/// <param name="y">Output, [rows, outputs].</param>
internal readonly unsafe struct SparseLayer(float* x, float* weight, float* bias, float* y)
{
    public float* X { get; } = x;

    public float* Weight { get; } = weight;

    public float* Bias { get; } = bias;

    public float* Y { get; } = y;
}
