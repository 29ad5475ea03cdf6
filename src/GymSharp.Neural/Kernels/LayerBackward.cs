namespace GymSharp.Neural.Kernels;

/// <summary>What a layer's backward pass reads.</summary>
/// <param name="x">Input, [rows, inputs].</param>
/// <param name="turned">Transposed weight, [outputs, inputs].</param>
/// <param name="transposed">Transposed weight of a narrow layer, in one piece, or null.</param>
/// <param name="y">Output, [rows, outputs].</param>
/// <param name="gradient">Gradient of the output; overwritten by that of the sums.</param>
internal readonly unsafe struct LayerBackward(
    float* x, in RightMatrix turned, float* transposed, float* y, float* gradient)
{
    /// <summary>Number of the members' copies of the input, or 0.</summary>
    public long XCopyNumber { get; init; }

    /// <summary>Number of the members' copies of the output, or 0.</summary>
    public long YCopyNumber { get; init; }

    public float* X { get; } = x;

    public RightMatrix Turned { get; } = turned;

    public float* Transposed { get; } = transposed;

    public float* Y { get; } = y;

    public float* Gradient { get; } = gradient;
}
