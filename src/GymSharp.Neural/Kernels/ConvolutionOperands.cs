namespace GymSharp.Neural.Kernels;

/// <summary>Where a convolution reads and writes; gradients are null where none is wanted.</summary>
internal unsafe struct ConvolutionOperands
{
    /// <summary>Pictures, [samples, height, width, channels].</summary>
    public float* X;

    /// <summary>Kernels, [height · width · channels, outputs].</summary>
    public RightMatrix Weight;

    /// <summary>Kernels with rows and columns exchanged.</summary>
    public RightMatrix Turned;

    /// <summary>Vector of outputs, or null.</summary>
    public float* Bias;

    /// <summary>Result, [places, outputs].</summary>
    public float* Y;

    /// <summary>Gradient of the result; overwritten by that of the sums.</summary>
    public float* YGradient;

    /// <summary>Gradient of the pictures, added to.</summary>
    public float* XGradient;

    /// <summary>Gradient of the kernels, added to.</summary>
    public float* WeightGradient;

    /// <summary>Gradient of the bias, added to.</summary>
    public float* BiasGradient;
}
