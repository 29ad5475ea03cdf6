using GymSharp.Vector;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Vector;

/// <summary>Notes at every step how much the thread that takes it has allocated.</summary>
internal sealed class AllocationProbe<TObservation, TAction>(Env<TObservation, TAction> env, AllocationMeter meter)
    : Wrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        meter.Note();
        return result;
    }

    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        meter.Note();
        return step;
    }
}
