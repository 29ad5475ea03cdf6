using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;

namespace GymSharp.Vector;

/// <summary>Several environments of one kind, stepped together. Types are known only at run time.</summary>
public abstract class VectorEnv : IDisposable
{
    /// <summary>Number of environments.</summary>
    public abstract int NumEnvs { get; }

    /// <summary>What one environment shows.</summary>
    public abstract Space SingleObservationSpace { get; }

    /// <summary>What one environment accepts.</summary>
    public abstract Space SingleActionSpace { get; }

    /// <summary>What the batch shows.</summary>
    public abstract Space ObservationSpace { get; }

    /// <summary>What the batch accepts.</summary>
    public abstract Space ActionSpace { get; }

    /// <summary>When ended episodes are reset.</summary>
    public abstract AutoresetMode AutoresetMode { get; }

    /// <summary>What the environments were made from, or null.</summary>
    public virtual EnvSpec? Spec { get; internal set; }

    /// <summary>One picture per environment, or null when the render mode is none.</summary>
    public abstract IReadOnlyList<Frame>? Render();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the environments hold.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
