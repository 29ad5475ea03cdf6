namespace GymSharp.Neural.Kernels;

/// <summary>Where a layer's backward pass adds; null where no gradient is wanted.</summary>
/// <param name="x">Of the input, [rows, inputs].</param>
/// <param name="isNewX">Whether that of the input is written for the first time.</param>
/// <param name="weight">Of the weight, [inputs, outputs].</param>
/// <param name="isNewWeight">Whether that of the weight is written for the first time.</param>
/// <param name="bias">Of the bias, [outputs].</param>
internal readonly unsafe struct LayerGradients(float* x, bool isNewX, float* weight, bool isNewWeight, float* bias)
{
    /// <summary>Whether it is known that too few outputs are silent to leave them out.</summary>
    public bool AreOutputsLive { get; init; }

    public float* X { get; } = x;

    public bool IsNewX { get; } = isNewX;

    public float* Weight { get; } = weight;

    public bool IsNewWeight { get; } = isNewWeight;

    public float* Bias { get; } = bias;
}
