using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Steps a batch in blocks of eight environments, with vectors as wide as the processor likes them.</summary>
/// <typeparam name="TAction"><c>int</c> or <c>float</c>.</typeparam>
/// <typeparam name="TTask">The task; a struct, so that the compiler makes code for it alone.</typeparam>
internal sealed class BatchEngine<TAction, TTask> : BatchEngine<TAction>
    where TAction : unmanaged
    where TTask : struct, IBatchTask<TAction>
{
    private const int MaxObservationLength = 6;
    private const int MaxStateLength = 4;

    private readonly TTask task;

    // Column after column, each as long as the batch rounded up to whole blocks; starts at a multiple of 64 bytes.
    private readonly double[] states;
    private readonly int first;
    private readonly int stride;
    private readonly int[] elapsed;
    private readonly SplitMix64[] generators;
    private bool hasReset;

    public BatchEngine(TTask task, int numEnvs, int maxEpisodeSteps)
    {
        this.task = task;
        NumEnvs = numEnvs;
        MaxEpisodeSteps = maxEpisodeSteps;
        stride = checked(numEnvs + BlockLength - 1) / BlockLength * BlockLength;
        const int DoublesPerCacheLine = 8;
        states = GC.AllocateArray<double>(checked((stride * task.StateLength) + DoublesPerCacheLine), pinned: true);
        first = DoublesPerCacheLine - (int)(Address(states) / sizeof(double) % DoublesPerCacheLine);
        elapsed = new int[stride];
        generators = new SplitMix64[stride];
    }

    /// <inheritdoc/>
    public override int NumEnvs { get; }

    /// <inheritdoc/>
    public override int MaxEpisodeSteps { get; }

    /// <inheritdoc/>
    public override int ObservationLength => task.ObservationLength;

    /// <inheritdoc/>
    public override int StateLength => task.StateLength;

    /// <inheritdoc/>
    public override int VectorBits { get; init; } =
        Avx512DQ.IsSupported ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> StateColumn(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, StateLength);
        return states.AsSpan(first + (index * stride), NumEnvs);
    }

    /// <inheritdoc/>
    public override void Reset(ulong seed, Span<float> observations)
    {
        BatchSpans<TAction>.Require(observations.Length, NumEnvs * ObservationLength, nameof(observations));
        Rng starts = new(seed);
        Span<float> ignored = stackalloc float[MaxObservationLength];
        for (int i = 0; i < stride; i++)
        {
            generators[i] = new SplitMix64(starts.NextUInt64());
            Restart(i, i < NumEnvs ? observations.Slice(i * ObservationLength, ObservationLength) : ignored);
        }

        hasReset = true;
    }

    /// <inheritdoc/>
    public override void Step(in BatchSpans<TAction> spans)
    {
        spans.Check(NumEnvs, ObservationLength);
        task.CheckActions(spans.Actions);
        if (!hasReset)
        {
            throw new ResetNeededException("There are no episodes to take a step in. Call Reset first.");
        }

        int whole = NumEnvs / BlockLength * BlockLength;
        StepBlocks(spans.Slice(0, whole, ObservationLength), 0);
        if (whole < NumEnvs)
        {
            StepRest(spans.Slice(whole, NumEnvs - whole, ObservationLength), whole);
        }
    }

    /// <inheritdoc/>
    public override void SyncState(StateSync sync)
    {
        sync.Sync(ref hasReset);
        sync.Sync(states.AsSpan(first, stride * StateLength));
        sync.Sync(elapsed.AsSpan());
        sync.Sync(generators.AsSpan());
    }

    private static unsafe nuint Address(double[] pinned) =>
        (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    // The last block has environments that nobody asked for; they get memory of their own.
    private void StepRest(in BatchSpans<TAction> rest, int start)
    {
        int count = rest.Actions.Length;
        BatchSpans<TAction> block = new()
        {
            Actions = stackalloc TAction[BlockLength],
            Observations = stackalloc float[BlockLength * MaxObservationLength],
            Rewards = stackalloc float[BlockLength],
            Terminated = stackalloc bool[BlockLength],
            Truncated = stackalloc bool[BlockLength],
            FinalObservations = stackalloc float[BlockLength * MaxObservationLength],
        };
        Span<TAction> actions = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(block.Actions), BlockLength);
        actions.Clear();
        rest.Actions.CopyTo(actions);
        StepBlocks(block, start);
        block.Observations[..rest.Observations.Length].CopyTo(rest.Observations);
        block.Rewards[..count].CopyTo(rest.Rewards);
        block.Terminated[..count].CopyTo(rest.Terminated);
        block.Truncated[..count].CopyTo(rest.Truncated);
        for (int i = 0; i < count && !rest.FinalObservations.IsEmpty; i++)
        {
            if (block.Terminated[i] | block.Truncated[i])
            {
                Row(block.FinalObservations, i).CopyTo(Row(rest.FinalObservations, i));
            }
        }
    }

    private void StepBlocks(in BatchSpans<TAction> spans, int start)
    {
        switch (VectorBits)
        {
            case 512:
                StepBlocks<Wide512, Vector512<double>>(spans, start);
                break;
            case 256:
                StepBlocks<Wide256, Vector256<double>>(spans, start);
                break;
            default:
                StepBlocks<Wide128, Vector128<double>>(spans, start);
                break;
        }
    }

    private void StepBlocks<T, TMask>(in BatchSpans<TAction> spans, int start)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        Span<float> columns = stackalloc float[BlockLength * MaxObservationLength];
        ref float column = ref MemoryMarshal.GetReference(columns);
        ref TAction actions = ref MemoryMarshal.GetReference(spans.Actions);
        ref float rewards = ref MemoryMarshal.GetReference(spans.Rewards);
        ref float observations = ref MemoryMarshal.GetReference(spans.Observations);
        ref double state = ref states[first + start];
        for (int i = 0; i < spans.Actions.Length; i += BlockLength)
        {
            uint terminated = 0;
            for (int lane = 0; lane < BlockLength; lane += T.Count)
            {
                TMask over = task.Step<T, TMask>(
                    ref Unsafe.Add(ref state, i + lane),
                    stride,
                    ref Unsafe.Add(ref actions, i + lane),
                    ref Unsafe.Add(ref column, lane),
                    ref Unsafe.Add(ref rewards, i + lane));
                terminated |= T.Bits(over) << lane;
            }

            uint truncated = CountStep(start + i);
            RowWriter.Write(ref column, ref Unsafe.Add(ref observations, i * task.ObservationLength), task.ObservationLength);
            RowWriter.Write(terminated, ref Unsafe.Add(ref MemoryMarshal.GetReference(spans.Terminated), i));
            RowWriter.Write(truncated, ref Unsafe.Add(ref MemoryMarshal.GetReference(spans.Truncated), i));
            if ((terminated | truncated) != 0)
            {
                RestartBlock(terminated | truncated, spans, i, start + i);
            }
        }
    }

    // Counts a step of eight environments and tells which reached the time limit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint CountStep(int index)
    {
        ref int counter = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(elapsed), index);
        Vector256<int> count = Vector256.LoadUnsafe(ref counter) + Vector256<int>.One;
        count.StoreUnsafe(ref counter);
        return Vector256.GreaterThanOrEqual(count, Vector256.Create(MaxEpisodeSteps)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RestartBlock(uint ended, in BatchSpans<TAction> spans, int offset, int index)
    {
        for (; ended != 0; ended &= ended - 1)
        {
            int lane = BitOperations.TrailingZeroCount(ended);
            Span<float> row = Row(spans.Observations, offset + lane);
            if (!spans.FinalObservations.IsEmpty)
            {
                row.CopyTo(Row(spans.FinalObservations, offset + lane));
            }

            Restart(index + lane, row);
        }
    }

    private void Restart(int index, Span<float> observation)
    {
        Span<double> state = stackalloc double[MaxStateLength];
        task.Start(ref generators[index], state);
        task.Observe(state, observation);
        for (int column = 0; column < task.StateLength; column++)
        {
            states[first + (column * stride) + index] = state[column];
        }

        elapsed[index] = 0;
    }

    private Span<float> Row(Span<float> rows, int index) => rows.Slice(index * ObservationLength, ObservationLength);
}
