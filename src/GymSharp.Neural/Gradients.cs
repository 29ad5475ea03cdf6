using System.Numerics.Tensors;
using GymSharp.Neural.Kernels;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural;

/// <summary>The gradient of a loss with respect to a <see cref="ParameterSet"/>, laid out as the set is.</summary>
public sealed unsafe class Gradients : IDisposable
{
    private readonly AlignedBuffer buffer;
    private readonly ComputeTeam team;
    private readonly ClearJob clear;
    private readonly NormJob norm;
    private readonly ScaleJob scale;

    /// <summary>A gradient of zeros.</summary>
    /// <param name="parameters">The set; no parameter may be added to it afterwards.</param>
    /// <param name="team">Threads that share the work of large sets, or null.</param>
    public Gradients(ParameterSet parameters, ComputeTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        buffer = new AlignedBuffer(parameters.Length);
        this.team = team ?? ComputeTeam.Alone;
        clear = new ClearJob(this);
        norm = new NormJob(this);
        scale = new ScaleJob(this);
    }

    /// <summary>All elements.</summary>
    public Span<float> Values => buffer.Span;

    internal float* Pointer => buffer.Pointer;

    /// <summary>Sets everything to zero.</summary>
    public void Clear() => FlatParts.Run(team, clear, buffer.Length);

    /// <summary>The Euclidean norm.</summary>
    public float Norm()
    {
        FlatParts.Run(team, norm, buffer.Length);
        float sum = 0;
        foreach (float part in norm.Squares)
        {
            sum += part;
        }

        return MathF.Sqrt(sum);
    }

    /// <summary>Scales the gradient down to a norm, where it is longer.</summary>
    /// <param name="maximum">Largest norm allowed; infinity for no limit.</param>
    /// <returns>The norm before.</returns>
    /// <remarks>The factor is <c>maximum / (norm + 1e-6)</c>, as in PyTorch's <c>clip_grad_norm_</c>.</remarks>
    public float ClipByNorm(float maximum)
    {
        float length = Norm();
        float factor = maximum / (length + 1e-6f);
        if (factor < 1)
        {
            scale.Factor = factor;
            FlatParts.Run(team, scale, buffer.Length);
        }

        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    private Span<float> Part(int first, int end)
    {
        int start = first * FlatParts.Length;
        return Values[start..Math.Min(end * FlatParts.Length, buffer.Length)];
    }

    private sealed class ClearJob(Gradients owner) : IComputeJob
    {
        public void Run(int first, int end) => owner.Part(first, end).Clear();
    }

    private sealed class NormJob(Gradients owner) : IComputeJob
    {
        public float[] Squares { get; } = new float[FlatParts.Count(owner.buffer.Length)];

        public void Run(int first, int end)
        {
            for (int part = first; part < end; part++)
            {
                Squares[part] = SquareSum.Of(
                    owner.Pointer + (part * FlatParts.Length), owner.Part(part, part + 1).Length);
            }
        }
    }

    private sealed class ScaleJob(Gradients owner) : IComputeJob
    {
        public float Factor { get; set; }

        public void Run(int first, int end)
        {
            Span<float> part = owner.Part(first, end);
            TensorPrimitives.Multiply(part, Factor, part);
        }
    }
}
