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
    private const int PieceLength = 256;
    private const int MaxObservationLength = 6;

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
            Restart(i, ref MemoryMarshal.GetReference(i < NumEnvs ? Row(observations, i) : ignored));
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
        int environments = NumEnvs;
        sync.Sync(ref environments);
        if (environments != NumEnvs)
        {
            throw new StateFormatException(
                $"The saved state has {environments} environments, this batch has {NumEnvs}. "
                + "Restore it into a batch of that size.");
        }

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

    // Three passes over a piece that fits the cache. Moving is one long chain of operations: what waits for its end
    // would keep the next block from starting.
    [SkipLocalsInit]
    private void StepBlocks<T, TMask>(in BatchSpans<TAction> spans, int start)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        Span<float> columns = stackalloc float[PieceLength * MaxObservationLength];
        Span<byte> terminated = stackalloc byte[PieceLength / BlockLength];
        Span<byte> ended = stackalloc byte[PieceLength + sizeof(ulong)];
        spans.Terminated.Clear();
        spans.Truncated.Clear();
        for (int from = 0; from < spans.Actions.Length; from += PieceLength)
        {
            Piece piece = new(from, Math.Min(PieceLength, spans.Actions.Length - from), start + from);
            Move<T, TMask>(spans, piece, columns, terminated);
            int count = Show(spans, piece, columns, terminated, ended);
            Finish(spans, piece, terminated, ended[..count]);
        }
    }

    private void Move<T, TMask>(in BatchSpans<TAction> spans, Piece piece, Span<float> columns, Span<byte> terminated)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        ref float column = ref MemoryMarshal.GetReference(columns);
        ref TAction actions = ref MemoryMarshal.GetReference(spans.Actions[piece.From..]);
        ref float rewards = ref MemoryMarshal.GetReference(spans.Rewards[piece.From..]);
        ref double state = ref states[first + piece.Index];
        int size = BlockLength * task.ObservationLength;
        for (int i = 0; i < piece.Count; i += BlockLength)
        {
            uint bits = 0;
            for (int lane = 0; lane < BlockLength; lane += T.Count)
            {
                TMask over = task.Step<T, TMask>(
                    ref Unsafe.Add(ref state, i + lane),
                    stride,
                    ref Unsafe.Add(ref actions, i + lane),
                    ref Unsafe.Add(ref column, lane),
                    ref Unsafe.Add(ref rewards, i + lane));
                bits |= T.Bits(over) << lane;
            }

            terminated[i / BlockLength] = (byte)bits;
            column = ref Unsafe.Add(ref column, size);
        }
    }

    // Writes rows, counts steps, and lists the environments whose episode ended.
    private int Show(
        in BatchSpans<TAction> spans, Piece piece, Span<float> columns, Span<byte> terminated, Span<byte> ended)
    {
        int size = BlockLength * task.ObservationLength;
        ref float column = ref MemoryMarshal.GetReference(columns);
        ref float rows = ref MemoryMarshal.GetReference(spans.Observations[(piece.From * task.ObservationLength)..]);
        ref int counter = ref elapsed[piece.Index];
        Vector256<int> limit = Vector256.Create(MaxEpisodeSteps);
        int blocks = piece.Count / BlockLength;
        int count = 0;
        for (int block = 0; block < blocks; block++)
        {
            RowWriter.Write(ref column, ref rows, task.ObservationLength);
            Vector256<int> steps = Vector256.LoadUnsafe(ref counter) + Vector256<int>.One;
            steps.StoreUnsafe(ref counter);
            uint truncated = Vector256.GreaterThanOrEqual(steps, limit).ExtractMostSignificantBits();
            count += LaneList.Append(terminated[block] | truncated, block * BlockLength, ended[count..]);
            column = ref Unsafe.Add(ref column, size);
            rows = ref Unsafe.Add(ref rows, size);
            counter = ref Unsafe.Add(ref counter, BlockLength);
        }

        return count;
    }

    // Flags the ended episodes, keeps what was seen last, and starts the next ones.
    private void Finish(
        in BatchSpans<TAction> spans, Piece piece, ReadOnlySpan<byte> terminated, ReadOnlySpan<byte> ended)
    {
        foreach (byte i in ended)
        {
            int at = piece.From + i;
            int index = piece.Index + i;
            spans.Terminated[at] = ((terminated[i / BlockLength] >> (i % BlockLength)) & 1) != 0;
            spans.Truncated[at] = elapsed[index] >= MaxEpisodeSteps;
            Span<float> row = Row(spans.Observations, at);
            if (!spans.FinalObservations.IsEmpty)
            {
                row.CopyTo(Row(spans.FinalObservations, at));
            }

            Restart(index, ref MemoryMarshal.GetReference(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Restart(int index, ref float observation)
    {
        task.Restart(ref generators[index], ref states[first + index], stride, ref observation);
        elapsed[index] = 0;
    }

    private Span<float> Row(Span<float> rows, int index) => rows.Slice(index * ObservationLength, ObservationLength);

    /// <summary>Some blocks that are stepped together.</summary>
    /// <param name="From">The first environment, counted in the caller's memory.</param>
    /// <param name="Count">Environments, a multiple of the block length.</param>
    /// <param name="Index">The first environment, counted in the batch.</param>
    private readonly record struct Piece(int From, int Count, int Index);
}
