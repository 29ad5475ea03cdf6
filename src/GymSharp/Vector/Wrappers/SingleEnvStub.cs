using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// An environment that gives what it is told and remembers what it is given, so that a wrapper of single environments
/// can be applied to the rows of a batch.
/// </summary>
internal sealed class SingleEnvStub<TObservation, TAction>(
    Space<TObservation> observationSpace, Space<TAction> actionSpace) : Env<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <inheritdoc/>
    public override Space<TObservation> ObservationSpace => observationSpace;

    /// <inheritdoc/>
    public override Space<TAction> ActionSpace => actionSpace;

    /// <summary>What the next step shows.</summary>
    public TObservation Observation { get; set; } = default!;

    /// <summary>What the next step pays.</summary>
    public double Reward { get; set; }

    /// <summary>What the last step was given.</summary>
    public TAction Action { get; private set; } = default!;

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        (Observation, Info.Empty);

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Action = action;
        return new(Observation, Reward, Terminated: false, Truncated: false, Info.Empty);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
    }
}
