using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>The moving parts of a batch, whatever its task is.</summary>
/// <typeparam name="TAction"><c>int</c> or <c>float</c>.</typeparam>
internal abstract class BatchEngine<TAction>
    where TAction : unmanaged
{
    /// <summary>Environments that are stepped as one, in every vector width.</summary>
    public const int BlockLength = 8;

    /// <summary>Number of environments.</summary>
    public abstract int NumEnvs { get; }

    /// <summary>The step that truncates an episode.</summary>
    public abstract int MaxEpisodeSteps { get; }

    /// <summary>Numbers in one observation.</summary>
    public abstract int ObservationLength { get; }

    /// <summary>Numbers in the state of one environment.</summary>
    public abstract int StateLength { get; }

    /// <summary>Bits in the vectors that are used: 512, 256 or 128.</summary>
    public abstract int VectorBits { get; init; }

    /// <summary>One number of the state of every environment.</summary>
    public abstract ReadOnlySpan<double> StateColumn(int index);

    /// <summary>Starts an episode in every environment.</summary>
    public abstract void Reset(ulong seed, Span<float> observations);

    /// <summary>Steps every environment.</summary>
    public abstract void Step(in BatchSpans<TAction> spans);

    /// <summary>Reads or writes the fields that decide the future.</summary>
    public abstract void SyncState(StateSync sync);
}
