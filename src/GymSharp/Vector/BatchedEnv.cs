using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>
/// Many environments of one kind held as columns of numbers and stepped with SIMD instructions, by rules of their own
/// where exactness is given up for speed: time limit built in, reset within the step that ends an episode.
/// </summary>
/// <remarks>
/// Each task states how far one step may differ from the exact environment. The numbers drawn at a reset are not those
/// of the exact environment; they depend on the seed, the index of the environment and its episode alone. Results are
/// the same bits whatever the width of the processor's vectors.
/// </remarks>
public abstract class BatchedEnv
{
    /// <summary>Fixes size and time limit.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1.</exception>
    protected BatchedEnv(int numEnvs, int maxEpisodeSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numEnvs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEpisodeSteps, 1);
        NumEnvs = numEnvs;
        MaxEpisodeSteps = maxEpisodeSteps;
    }

    /// <summary>Number of environments.</summary>
    public int NumEnvs { get; }

    /// <summary>The step that truncates an episode.</summary>
    public int MaxEpisodeSteps { get; }

    /// <summary>What one environment shows.</summary>
    public abstract Space<float[]> SingleObservationSpace { get; }

    /// <summary>What one environment accepts.</summary>
    public abstract Space SingleActionSpace { get; }

    /// <summary>Numbers in one observation; a batch has <c>NumEnvs × ObservationLength</c>, row by row.</summary>
    public abstract int ObservationLength { get; }

    /// <summary>Numbers in the state of one environment.</summary>
    public abstract int StateLength { get; }

    /// <summary>
    /// One number of the state of every environment, a view of length <see cref="NumEnvs"/> that each step changes.
    /// </summary>
    /// <param name="index">Which number, from 0 to <see cref="StateLength"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public abstract ReadOnlySpan<double> StateColumn(int index);

    /// <summary>Starts an episode in every environment.</summary>
    /// <param name="seed">Decides all draws from here on.</param>
    /// <param name="observations">Receives <c>NumEnvs × ObservationLength</c> numbers, row by row.</param>
    /// <exception cref="ArgumentException">The memory has another length; nothing was changed.</exception>
    public abstract void Reset(ulong seed, Span<float> observations);

    /// <summary>Saves everything that decides the future.</summary>
    public byte[] SaveState() => SavedState.Save(SyncAll);

    /// <summary>Puts back what <see cref="SaveState"/> of a batch of the same kind and size gave.</summary>
    /// <exception cref="StateFormatException">
    /// The bytes are damaged or of another kind; nothing was changed.
    /// </exception>
    public void RestoreState(ReadOnlySpan<byte> state) => SavedState.Restore(state, SyncAll);

    /// <summary>Reads or writes the fields that decide the future; lengths must not change.</summary>
    protected abstract void SyncState(StateSync sync);

    private void SyncAll(StateSync sync)
    {
        sync.Marker(GetType().Name);
        SyncState(sync);
    }
}
