using System.Numerics;

namespace GymSharp.Wrappers;

/// <summary>
/// Lets an agent act in bounds of its own, such as [-1, 1], and maps its actions affinely to those of the environment.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="T">Element type of the actions.</typeparam>
public sealed class RescaleAction<TObservation, T> : ActionWrapper<TObservation, T[], T[]>
    where TObservation : notnull
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RescaleMap<T> map;
    private readonly T[] rescaled;

    /// <summary>Wraps an environment, with the same bounds for every element.</summary>
    /// <param name="env">An environment whose action space is a box.</param>
    /// <param name="minAction">The agent's lower bound.</param>
    /// <param name="maxAction">The agent's upper bound, above the lower.</param>
    /// <exception cref="ArgumentException">The action space is no box, or the bounds do not fit it.</exception>
    public RescaleAction(Env<TObservation, T[]> env, double minAction, double maxAction)
        : this(env, [minAction], [maxAction])
    {
    }

    /// <summary>Wraps an environment, with bounds per element.</summary>
    /// <param name="env">An environment whose action space is a box.</param>
    /// <param name="minAction">The agent's lower bounds; infinite where the box is unbounded below.</param>
    /// <param name="maxAction">
    /// The agent's upper bounds, above the lower; infinite where the box is unbounded above.
    /// </param>
    /// <exception cref="ArgumentException">The action space is no box, or the bounds do not fit it.</exception>
    public RescaleAction(Env<TObservation, T[]> env, double[] minAction, double[] maxAction)
        : this(env, Map(env, minAction, maxAction))
    {
    }

    private RescaleAction(Env<TObservation, T[]> env, RescaleMap<T> map)
        : base(env, map.Space)
    {
        this.map = map;
        rescaled = new T[map.Space.Low.Length];
    }

    /// <inheritdoc/>
    protected override T[] Transform(T[] action)
    {
        ActionBox.ExpectLength(action, rescaled.Length);
        map.Backward(action, rescaled);
        return rescaled;
    }

    private static RescaleMap<T> Map(Env<TObservation, T[]> env, double[] low, double[] high)
    {
        RescaleMap<T> result = new(ActionBox.Expect(env, "RescaleAction"), low, high);
        for (int i = 0; i < result.Space.Low.Length; i++)
        {
            if (result.Space.Low[i] == result.Space.High[i])
            {
                throw new ArgumentException(
                    $"The minimum action ({result.Space.Low[i]}) must be strictly smaller than the maximum action "
                    + $"({result.Space.High[i]}): the rescaling has no inverse where they are equal.",
                    nameof(high));
            }
        }

        return result;
    }
}
