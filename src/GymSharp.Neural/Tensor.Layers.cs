using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <content>Operations of single layers.</content>
public readonly unsafe partial struct Tensor
{
    /// <summary>Normalises each row to mean 0 and variance 1, then scales and shifts every place.</summary>
    /// <param name="weight">Scale, a vector as long as a row.</param>
    /// <param name="bias">Shift, a vector as long as a row.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor LayerNorm(Tensor weight, Tensor bias, float epsilon = 1e-5f)
    {
        Tape.RequireOwn(weight);
        Tape.RequireOwn(bias);
        int width = Shape.Columns;
        Require(
            weight.Shape.Length == width && bias.Shape.Length == width,
            $"Rows of {width} numbers need as many scales and shifts, got {weight.Shape} and {bias.Shape}.");
        return Tape.Append(new Node
        {
            Op = Op.LayerNorm, A = Index, B = weight.Index, C = bias.Index, X = epsilon, Shape = Shape,
        });
    }
}
