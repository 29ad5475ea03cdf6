using GymSharp.Wrappers;

namespace GymSharp.Environments.Vector;

/// <summary>Counts the bytes that the thread which steps the environment allocates between two steps.</summary>
internal sealed class AllocationProbe<TObservation, TAction>(Env<TObservation, TAction> env)
    : Wrapper<TObservation, TAction>(env), IAllocationProbe
    where TObservation : notnull
    where TAction : notnull
{
    private long first = -1;
    private long last;
    private bool isCounting;

    public long Allocated => last - first;

    public void Begin()
    {
        first = -1;
        isCounting = true;
    }

    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => Wrapped.Reset(seed, options, reuse);

    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        if (isCounting)
        {
            last = GC.GetAllocatedBytesForCurrentThread();
            first = first < 0 ? last : first;
        }

        return step;
    }
}

/// <summary>What a test asks of a probe.</summary>
internal interface IAllocationProbe
{
    /// <summary>Bytes from the first step after <see cref="Begin"/> to the last one.</summary>
    long Allocated { get; }

    /// <summary>Starts to count with the next step.</summary>
    void Begin();
}
