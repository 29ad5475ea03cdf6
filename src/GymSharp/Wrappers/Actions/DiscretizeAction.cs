using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Replaces a continuous action space by numbered bins; an action becomes the centre of its bin.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="T">Element type of the actions below.</typeparam>
public sealed class DiscretizeAction<TObservation, T> : ActionWrapper<TObservation, int, T[]>
    where TObservation : notnull
    where T : unmanaged
{
    private readonly UniformBins bins;
    private readonly long[] indexes;
    private readonly T[] center;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose action space is a finite box with one axis.</param>
    /// <param name="bins">Number of bins: one for all dimensions, or one per dimension.</param>
    /// <exception cref="ArgumentException">The space is another one, or the numbers of bins do not fit it.</exception>
    public DiscretizeAction(Env<TObservation, T[]> env, params int[] bins)
        : this(env, BoxBins.OfActions(env, bins))
    {
    }

    private DiscretizeAction(Env<TObservation, T[]> env, UniformBins bins)
        : base(env, new Discrete(UniformBins.Total(bins)))
    {
        this.bins = bins;
        indexes = new long[bins.Dimensions];
        center = new T[bins.Dimensions];
    }

    /// <summary>The bin whose centre is nearest to a continuous action.</summary>
    /// <exception cref="InvalidActionException">The action has another number of elements.</exception>
    public int RevertAction(T[] action)
    {
        ActionBox.ExpectLength(action, bins.Dimensions);
        int index = 0;
        long[] nearest = BoxBins.Nearest<T>(bins, action);
        for (int i = 0; i < nearest.Length; i++)
        {
            index = (index * bins.Counts[i]) + (int)nearest[i];
        }

        return index;
    }

    /// <inheritdoc/>
    protected override T[] Transform(int action)
    {
        if (!ActionSpace.Contains(action))
        {
            throw new InvalidActionException($"The action {action} is not in {ActionSpace}. Nothing was changed.");
        }

        bins.Split(action, indexes);
        BoxBins.WriteCenter<T>(bins, indexes, center);
        return center;
    }
}
