using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Shows the last observations together, the oldest first: <c>[stack, …]</c>. For array observations.
/// </summary>
/// <typeparam name="T">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class FrameStackObservation<T, TAction> : ObservationWrapper<T[], TAction, T[]>
    where T : unmanaged
    where TAction : notnull
{
    private readonly FramePadding padding;
    private readonly T[] paddingValue;

    // Rings of `StackSize` observations: the oldest starts at `oldest`.
    private readonly T[] ring;
    private int oldest;
    private bool isReset;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observations are arrays of one shape.</param>
    /// <param name="stackSize">Number of observations shown together, at least 1.</param>
    /// <param name="padding">What stands for observations before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stackSize"/> is not positive.</exception>
    public FrameStackObservation(Env<T[], TAction> env, int stackSize, FramePadding padding = FramePadding.Reset)
        : this(env, stackSize, padding, StackSpace.ZeroPadding(env))
    {
    }

    /// <summary>Wraps an environment, with a padding of the caller's own.</summary>
    /// <param name="env">An environment whose observations are arrays of one shape.</param>
    /// <param name="stackSize">Number of observations shown together, at least 1.</param>
    /// <param name="paddingValue">
    /// A value of the observation space that stands for observations before the first.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stackSize"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="paddingValue"/> does not belong to the observation space.
    /// </exception>
    public FrameStackObservation(Env<T[], TAction> env, int stackSize, T[] paddingValue)
        : this(env, stackSize, FramePadding.Zero, StackSpace.ExpectPadding(env, paddingValue))
    {
    }

    private FrameStackObservation(Env<T[], TAction> env, int stackSize, FramePadding padding, T[] paddingValue)
        : base(env, StackSpace.Of<T[]>(env.ObservationSpace, stackSize))
    {
        StackSize = stackSize;
        this.padding = padding;
        this.paddingValue = ObservationMemory.Copy(paddingValue);
        ring = new T[paddingValue.Length * stackSize];
        Pad(paddingValue);
    }

    /// <summary>Number of observations shown together.</summary>
    public int StackSize { get; }

    /// <inheritdoc/>
    protected override void Advance(bool isReset) => this.isReset = isReset;

    /// <inheritdoc/>
    protected override T[] Transform(T[] observation, T[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (isReset)
        {
            Pad(padding == FramePadding.Reset ? observation : paddingValue);
        }

        int length = paddingValue.Length;
        observation.AsSpan(0, length).CopyTo(ring.AsSpan(oldest * length));
        oldest = (oldest + 1) % StackSize;

        T[] stacked = ObservationMemory.Take(reuse, ring.Length);
        int older = ring.Length - (oldest * length);
        ring.AsSpan(oldest * length).CopyTo(stacked);
        ring.AsSpan(0, oldest * length).CopyTo(stacked.AsSpan(older));
        return stacked;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ring.AsSpan());
        sync.Sync(ref oldest);
        if ((uint)oldest >= (uint)StackSize)
        {
            throw new StateFormatException($"The saved state is damaged: frame {oldest} of {StackSize}.");
        }
    }

    private void Pad(T[] value)
    {
        for (int i = 0; i < StackSize; i++)
        {
            value.CopyTo(ring.AsSpan(i * value.Length));
        }
    }
}
