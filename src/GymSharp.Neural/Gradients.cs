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
    private readonly IReadOnlyList<Parameter> parameters;

    // Parameters whose gradient counts as zero, whatever is in memory: whoever writes all of it need not clear it.
    private readonly bool[] unwritten;
    private int unwrittenCount;

    // What the elements are still to be multiplied by; optimisers do it in their own pass.
    private float factor = 1;

    /// <summary>A gradient of zeros.</summary>
    /// <param name="parameters">The set; no parameter may be added to it afterwards.</param>
    /// <param name="team">Threads that share the work of large sets, or null.</param>
    public Gradients(ParameterSet parameters, ComputeTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        buffer = new AlignedBuffer(parameters.Length);
        this.parameters = parameters.Parameters;
        unwritten = new bool[this.parameters.Count];
        this.team = team ?? ComputeTeam.Alone;
        clear = new ClearJob(this);
        norm = new NormJob(this);
        scale = new ScaleJob(this);
    }

    /// <summary>All elements.</summary>
    public Span<float> Values
    {
        get
        {
            Settle();
            return buffer.Span;
        }
    }

    internal int Length => buffer.Length;

    /// <summary>Where gradients of parameters are computed.</summary>
    internal float* Pointer => buffer.Pointer;

    /// <summary>Sets everything to zero.</summary>
    public void Clear()
    {
        factor = 1;
        Array.Fill(unwritten, true);
        unwrittenCount = unwritten.Length;
    }

    /// <summary>The Euclidean norm.</summary>
    public float Norm()
    {
        Settle();
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
        float share = maximum / (length + 1e-6f);
        factor = share < 1 ? share : 1;
        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    /// <summary>Clears and scales what is still to be; then several threads may read.</summary>
    internal void Settle()
    {
        ClearUnwritten();
        ApplyFactor();
    }

    /// <summary>Elements for an optimiser, which is to multiply them by a factor.</summary>
    /// <param name="scale">The factor; 1 where nothing was clipped.</param>
    internal float* Unscaled(out float scale)
    {
        ClearUnwritten();
        scale = factor;
        return buffer.Pointer;
    }

    /// <summary>Whether nothing was added to a parameter's gradient yet; the caller writes all of it.</summary>
    internal bool TakeUnwritten(int ordinal)
    {
        ApplyFactor();
        bool taken = unwritten[ordinal];
        if (taken)
        {
            unwritten[ordinal] = false;
            unwrittenCount--;
        }

        return taken;
    }

    /// <summary>Sees to it that something can be added to a parameter's gradient.</summary>
    internal void Prepare(int ordinal)
    {
        if (TakeUnwritten(ordinal))
        {
            Parameter parameter = parameters[ordinal];
            buffer.Span.Slice(parameter.Offset, parameter.Shape.Length).Clear();
        }
    }

    private void ApplyFactor()
    {
        if (factor != 1)
        {
            scale.Factor = factor;
            factor = 1;
            FlatParts.Run(team, scale, buffer.Length);
        }
    }

    private void ClearUnwritten()
    {
        if (unwrittenCount == 0)
        {
            return;
        }

        if (unwrittenCount == unwritten.Length)
        {
            FlatParts.Run(team, clear, buffer.Length);
            Array.Clear(unwritten);
            unwrittenCount = 0;
            return;
        }

        for (int i = 0; i < unwritten.Length; i++)
        {
            Prepare(i);
        }
    }

    private Span<float> Part(int first, int end)
    {
        int start = first * FlatParts.Length;
        return buffer.Span[start..Math.Min(end * FlatParts.Length, buffer.Length)];
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
