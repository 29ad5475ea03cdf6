namespace GymSharp.Neural.Kernels;

/// <summary>The inputs of a narrow layer that one member of a team looks after.</summary>
/// <param name="Sizes">Sizes of the layer.</param>
/// <param name="First">First input, a multiple of 16.</param>
/// <param name="End">End of the inputs, a multiple of 16.</param>
internal readonly record struct NarrowPart(LayerSizes Sizes, int First, int End)
{
    /// <summary>All inputs.</summary>
    public NarrowPart(in LayerSizes sizes)
        : this(sizes, 0, sizes.Inputs)
    {
    }
}
