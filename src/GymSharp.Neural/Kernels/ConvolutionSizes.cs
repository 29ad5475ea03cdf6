namespace GymSharp.Neural.Kernels;

/// <summary>
/// The sizes of a convolution: pictures [samples, height, width, channels], kernels [height, width, channels, outputs].
/// </summary>
internal readonly struct ConvolutionSizes
{
    public ConvolutionSizes(Shape input, Shape kernel, int stride, int padding)
    {
        Samples = input[0];
        Height = input[1];
        Width = input[2];
        Channels = input[3];
        KernelHeight = kernel[0];
        KernelWidth = kernel[1];
        Outputs = kernel[3];
        Stride = stride;
        Padding = padding;
        OutHeight = ((Height + (2 * padding) - KernelHeight) / stride) + 1;
        OutWidth = ((Width + (2 * padding) - KernelWidth) / stride) + 1;
    }

    public int Samples { get; }

    public int Height { get; }

    public int Width { get; }

    public int Channels { get; }

    public int KernelHeight { get; }

    public int KernelWidth { get; }

    public int Outputs { get; }

    public int Stride { get; }

    /// <summary>Zeros around each picture.</summary>
    public int Padding { get; }

    public int OutHeight { get; }

    public int OutWidth { get; }

    /// <summary>Places of the kernel on one picture.</summary>
    public int Places => OutHeight * OutWidth;

    /// <summary>Numbers under the kernel.</summary>
    public int Inner => KernelHeight * KernelWidth * Channels;

    /// <summary>Neighbouring numbers of the picture that belong to one row of the kernel.</summary>
    public int Run => KernelWidth * Channels;

    /// <summary>Numbers in one line of a picture.</summary>
    public int Line => Width * Channels;

    /// <summary>Multiplications and additions of the forward pass.</summary>
    public long Operations => 2L * Samples * Places * Inner * Outputs;
}
