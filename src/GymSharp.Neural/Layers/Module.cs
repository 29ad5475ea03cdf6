namespace GymSharp.Neural.Layers;

/// <summary>A part of a network: a function of tensors whose numbers come from the tape's parameters.</summary>
public abstract class Module
{
    /// <summary>Computes the output for a batch.</summary>
    /// <param name="input">The batch; its first dimension counts the samples.</param>
    public abstract Tensor Forward(Tensor input);
}
