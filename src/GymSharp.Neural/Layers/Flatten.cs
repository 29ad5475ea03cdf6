namespace GymSharp.Neural.Layers;

/// <summary>Makes one row of numbers of each sample.</summary>
public sealed class Flatten : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input) => input.Shape.Rank == 2
        ? input
        : input.Reshape(new Shape(input.Shape.Rows, input.Shape.Columns));
}
