using GymSharp.Wrappers;

namespace GymSharp.Vector;

/// <summary>Counts the bytes that the thread which steps the environment allocates between two steps.</summary>
internal sealed class AllocationProbe(Env<float[], int> env) : Wrapper<float[], int>(env)
{
    private long first = -1;
    private long last;
    private bool isCounting;

    /// <summary>Bytes from the first step after <see cref="Begin"/> to the last one.</summary>
    public long Allocated => last - first;

    public void Begin()
    {
        first = -1;
        isCounting = true;
    }

    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, float[]? reuse) =>
        Wrapped.Reset(seed, options, reuse);

    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        Step<float[]> step = Wrapped.Step(action, reuse);
        if (isCounting)
        {
            last = GC.GetAllocatedBytesForCurrentThread();
            first = first < 0 ? last : first;
        }

        return step;
    }
}
