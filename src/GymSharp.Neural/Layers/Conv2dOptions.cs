namespace GymSharp.Neural.Layers;

/// <summary>Sizes of a <see cref="Conv2d"/>.</summary>
/// <param name="Inputs">Channels of a picture.</param>
/// <param name="Outputs">Number of kernels.</param>
/// <param name="Kernel">Height and width of a kernel.</param>
/// <param name="Stride">Step from one place of the kernel to the next.</param>
/// <param name="Padding">Zeros around each picture.</param>
/// <param name="Activation">Applied to the sums.</param>
public sealed record Conv2dOptions(
    int Inputs, int Outputs, int Kernel, int Stride = 1, int Padding = 0, Activation Activation = Activation.None);
