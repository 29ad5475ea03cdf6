namespace GymSharp.Neural.Initialization;

/// <summary>How many numbers feed an output of a layer, and how many outputs a number feeds.</summary>
/// <param name="In">Inputs of one output; for a convolution those under its kernel.</param>
/// <param name="Out">Outputs that one input reaches; for a convolution as many kernels as there are places.</param>
internal readonly record struct Fans(int In, int Out)
{
    /// <summary>Those of a weight, whose last dimension counts outputs.</summary>
    public static Fans Of(Parameter weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        Shape shape = weight.Shape;
        int outputs = shape[shape.Rank - 1];
        int inputs = shape.Length / outputs;
        int places = shape.Rank == 4 ? shape[0] * shape[1] : 1;
        return new(inputs, outputs * places);
    }
}
