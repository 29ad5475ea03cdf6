using System.Numerics.Tensors;
using GymSharp.Neural.Memory;

namespace GymSharp.Neural;

/// <summary>The gradient of a loss with respect to a <see cref="ParameterSet"/>, laid out as the set is.</summary>
public sealed unsafe class Gradients : IDisposable
{
    private readonly AlignedBuffer buffer;

    /// <summary>A gradient of zeros.</summary>
    /// <param name="parameters">The set; no parameter may be added to it afterwards.</param>
    public Gradients(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        buffer = new AlignedBuffer(parameters.Length);
    }

    /// <summary>All elements.</summary>
    public Span<float> Values => buffer.Span;

    internal float* Pointer => buffer.Pointer;

    /// <summary>Sets everything to zero.</summary>
    public void Clear() => Values.Clear();

    /// <summary>The Euclidean norm.</summary>
    public float Norm() => TensorPrimitives.Norm(Values);

    /// <summary>Scales the gradient down to a norm, where it is longer.</summary>
    /// <param name="maximum">Largest norm allowed; infinity for no limit.</param>
    /// <returns>The norm before.</returns>
    /// <remarks>The factor is <c>maximum / (norm + 1e-6)</c>, as in PyTorch's <c>clip_grad_norm_</c>.</remarks>
    public float ClipByNorm(float maximum)
    {
        float norm = Norm();
        float factor = maximum / (norm + 1e-6f);
        if (factor < 1)
        {
            TensorPrimitives.Multiply(Values, factor, Values);
        }

        return norm;
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();
}
