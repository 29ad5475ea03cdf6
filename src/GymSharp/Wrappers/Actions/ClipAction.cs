using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Accepts any vector and clips it to the bounds of the environment's action space.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="T">Element type of the actions.</typeparam>
public sealed class ClipAction<TObservation, T> : ActionWrapper<TObservation, T[], T[]>
    where TObservation : notnull
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Box<T> bounds;
    private readonly T[] clipped;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose action space is a box.</param>
    /// <exception cref="ArgumentException">The action space is another one.</exception>
    public ClipAction(Env<TObservation, T[]> env)
        : this(env, ActionBox.Expect(env, "ClipAction"))
    {
    }

    private ClipAction(Env<TObservation, T[]> env, Box<T> bounds)
        : base(env, new Box<T>(T.NegativeInfinity, T.PositiveInfinity, [.. bounds.Shape!]))
    {
        this.bounds = bounds;
        clipped = new T[bounds.Low.Length];
    }

    /// <inheritdoc/>
    protected override T[] Transform(T[] action)
    {
        ActionBox.ExpectLength(action, clipped.Length);
        T[] low = bounds.Low;
        T[] high = bounds.High;
        for (int i = 0; i < clipped.Length; i++)
        {
            // What is not a number passes through, as in numpy.clip.
            T raised = action[i] < low[i] ? low[i] : action[i];
            clipped[i] = raised > high[i] ? high[i] : raised;
        }

        return clipped;
    }
}
