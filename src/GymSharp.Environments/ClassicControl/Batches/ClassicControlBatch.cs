using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Many environments of a task of classic control, stepped with SIMD instructions.</summary>
/// <remarks>
/// <para>State and arithmetic are float64, as in the exact environments, but sine and cosine come from polynomials,
/// squares are products, and some divisions are multiplications. How far one step may differ is stated by each
/// class.</para>
/// <para>The same seed and actions give the same bits on every processor and in every vector width. An environment's
/// episodes do not depend on the size of the batch.</para>
/// </remarks>
/// <typeparam name="TAction"><c>int</c> for discrete actions, <c>float</c> for one continuous action.</typeparam>
public abstract class ClassicControlBatch<TAction> : BatchedEnv<TAction>
    where TAction : unmanaged
{
    private readonly BatchEngine<TAction> engine;

    private protected ClassicControlBatch(BatchEngine<TAction> engine)
        : base(engine.NumEnvs, engine.MaxEpisodeSteps)
    {
        this.engine = engine;
    }

    /// <inheritdoc/>
    public sealed override int ObservationLength => engine.ObservationLength;

    /// <inheritdoc/>
    public sealed override int StateLength => engine.StateLength;

    /// <inheritdoc/>
    public sealed override ReadOnlySpan<double> StateColumn(int index) => engine.StateColumn(index);

    /// <inheritdoc/>
    public sealed override void Reset(ulong seed, Span<float> observations) => engine.Reset(seed, observations);

    /// <inheritdoc/>
    public sealed override void Step(
        ReadOnlySpan<TAction> actions,
        Span<float> observations,
        Span<float> rewards,
        Span<bool> terminated,
        Span<bool> truncated,
        Span<float> finalObservations = default)
    {
        BatchSpans<TAction> spans = new()
        {
            Actions = actions,
            Observations = observations,
            Rewards = rewards,
            Terminated = terminated,
            Truncated = truncated,
            FinalObservations = finalObservations,
        };
        engine.Step(spans);
    }

    /// <inheritdoc/>
    protected sealed override void SyncState(StateSync sync) => engine.SyncState(sync);
}
