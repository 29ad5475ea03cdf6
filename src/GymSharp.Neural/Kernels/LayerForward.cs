namespace GymSharp.Neural.Kernels;

/// <summary>Where a layer's forward pass reads and writes.</summary>
/// <param name="x">Input, [rows, inputs].</param>
/// <param name="weight">Weight, [inputs, outputs].</param>
/// <param name="bias">Bias, [outputs], or null.</param>
/// <param name="transposed">Transposed weight of a narrow layer, [outputs, inputs], or null.</param>
/// <param name="y">Output, [rows, outputs].</param>
internal readonly unsafe struct LayerForward(
    float* x, in RightMatrix weight, float* transposed, float* bias, float* y)
{
    /// <summary>Whether the input is what a rectifier gave, so that many of its numbers are zeros.</summary>
    public bool HasZeros { get; init; }

    /// <summary>Number of the members' copies of the input, or 0.</summary>
    public long XCopyNumber { get; init; }

    public float* X { get; } = x;

    public RightMatrix Weight { get; } = weight;

    public float* Transposed { get; } = transposed;

    public float* Bias { get; } = bias;

    public float* Y { get; } = y;
}
