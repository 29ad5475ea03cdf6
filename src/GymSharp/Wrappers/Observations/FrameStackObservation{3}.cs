using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Shows the last observations together, the oldest first. For observations of any kind.</summary>
/// <typeparam name="TStacked">
/// Type of the stack: <c>long[]</c> for discrete observations, <c>object[]</c> and <see cref="DictValue"/> of stacked
/// parts for tuples and dictionaries.
/// </typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
public sealed class FrameStackObservation<TStacked, TAction, TInnerObservation>
    : ObservationWrapper<TStacked, TAction, TInnerObservation>
    where TStacked : notnull
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly Space<TInnerObservation> inner;
    private readonly FramePadding padding;
    private readonly TInnerObservation paddingValue;

    // The oldest first; copies.
    private readonly TInnerObservation[] frames;
    private bool isReset;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="stackSize">Number of observations shown together, at least 1.</param>
    /// <param name="padding">What stands for observations before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stackSize"/> is not positive.</exception>
    /// <exception cref="ArgumentException">The stack has another type; the message names it.</exception>
    public FrameStackObservation(
        Env<TInnerObservation, TAction> env, int stackSize, FramePadding padding = FramePadding.Reset)
        : this(env, stackSize, padding, StackSpace.ZeroPadding(env))
    {
    }

    /// <summary>Wraps an environment, with a padding of the caller's own.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="stackSize">Number of observations shown together, at least 1.</param>
    /// <param name="paddingValue">
    /// A value of the observation space that stands for observations before the first.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stackSize"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="paddingValue"/> does not belong to the observation space.
    /// </exception>
    public FrameStackObservation(Env<TInnerObservation, TAction> env, int stackSize, TInnerObservation paddingValue)
        : this(env, stackSize, FramePadding.Zero, StackSpace.ExpectPadding(env, paddingValue))
    {
    }

    private FrameStackObservation(
        Env<TInnerObservation, TAction> env, int stackSize, FramePadding padding, TInnerObservation paddingValue)
        : base(env, StackSpace.Of<TStacked>(env.ObservationSpace, stackSize))
    {
        inner = env.ObservationSpace;
        this.padding = padding;
        this.paddingValue = ObservationMemory.Copy(paddingValue);
        frames = new TInnerObservation[stackSize];
        Array.Fill(frames, this.paddingValue);
    }

    /// <summary>Number of observations shown together.</summary>
    public int StackSize => frames.Length;

    /// <inheritdoc/>
    protected override void Advance(bool isReset) => this.isReset = isReset;

    /// <inheritdoc/>
    protected override TStacked Transform(TInnerObservation observation, TStacked? reuse)
    {
        TInnerObservation newest = ObservationMemory.Copy(observation);
        if (isReset)
        {
            Array.Fill(frames, padding == FramePadding.Reset ? newest : paddingValue);
        }

        Array.Copy(frames, 1, frames, 0, frames.Length - 1);
        frames[^1] = newest;
        return ObservationMemory.Into((TStacked)SpaceUtilities.Concatenate(inner, [.. frames.Cast<object>()]), reuse);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        for (int i = 0; i < frames.Length; i++)
        {
            ValueSync.Sync(sync, inner, ref frames[i]);
        }
    }
}
