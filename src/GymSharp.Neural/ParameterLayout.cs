namespace GymSharp.Neural;

/// <summary>
/// How a parameter lies in memory compared with the published form (PyTorch's), which files use.
/// </summary>
public enum ParameterLayout
{
    /// <summary>As published.</summary>
    Plain,

    /// <summary>A matrix kept as [inputs, outputs] and published as [outputs, inputs].</summary>
    TransposedMatrix,

    /// <summary>
    /// A convolution kept as [height, width, inputs, outputs] and published as [outputs, inputs, height, width].
    /// </summary>
    Convolution,
}
