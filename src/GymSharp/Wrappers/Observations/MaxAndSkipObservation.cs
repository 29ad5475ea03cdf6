using System.Runtime.InteropServices;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Repeats each action and shows the element-wise maximum of the last two observations; rewards are added up.
/// </summary>
/// <typeparam name="T">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// The maximum removes the flicker of sprites that an Atari 2600 draws on alternate frames. When an episode ends early,
/// the two observations are those of an earlier step, as in Gymnasium.
/// </remarks>
public sealed class MaxAndSkipObservation<T, TAction> : Wrapper<T[], TAction>
    where T : unmanaged
    where TAction : notnull
{
    private readonly T[] previous;
    private readonly T[] last;
    private T[]? scratch;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observations are arrays of one shape.</param>
    /// <param name="skip">How often each action is taken, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="skip"/> is less than 2.</exception>
    /// <exception cref="ArgumentException">The observations have no fixed shape.</exception>
    public MaxAndSkipObservation(Env<T[], TAction> env, int skip = 4)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        if (skip < 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(skip), $"The skip value needs to be equal or greater than two, actual value: {skip}.");
        }

        if (env.ObservationSpace.Shape is not { } shape)
        {
            throw new ArgumentException(
                $"The observation space must have a shape, got {env.ObservationSpace}.", nameof(env));
        }

        Skip = skip;
        previous = new T[shape.Aggregate(1, (size, length) => size * length)];
        last = new T[previous.Length];
    }

    /// <summary>How often each action is taken.</summary>
    public int Skip { get; }

    /// <inheritdoc/>
    protected override (T[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (T[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, T[]? reuse) =>
        Wrapped.Reset(seed, options, reuse);

    /// <inheritdoc/>
    protected override Step<T[]> OnStep(TAction action, T[]? reuse)
    {
        double total = 0.0;
        Step<T[]> step = default;
        for (int i = 0; i < Skip; i++)
        {
            step = Wrapped.Step(action, scratch ??= new T[last.Length]);
            if (i == Skip - 2)
            {
                step.Observation.CopyTo(previous, 0);
            }
            else if (i == Skip - 1)
            {
                step.Observation.CopyTo(last, 0);
            }

            total += step.Reward;
            if (step.Done)
            {
                break;
            }
        }

        T[] result = ObservationMemory.Take(reuse, last.Length);
        Maximum(previous, last, result);
        return step with { Observation = result, Reward = total };
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(previous.AsSpan());
        sync.Sync(last.AsSpan());
    }

    private static void Maximum(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
    {
        if (typeof(T) == typeof(bool) || typeof(T) == typeof(byte))
        {
            ReadOnlySpan<byte> leftBytes = MemoryMarshal.AsBytes(left);
            ReadOnlySpan<byte> rightBytes = MemoryMarshal.AsBytes(right);
            Span<byte> resultBytes = MemoryMarshal.AsBytes(result);
            for (int i = 0; i < resultBytes.Length; i++)
            {
                resultBytes[i] = Math.Max(leftBytes[i], rightBytes[i]);
            }

            return;
        }

        for (int i = 0; i < result.Length; i++)
        {
            // numpy.maximum: what is not a number wins, and the first of equals.
            double first = Element.ToDouble(left[i]);
            result[i] = first >= Element.ToDouble(right[i]) || double.IsNaN(first) ? left[i] : right[i];
        }
    }
}
