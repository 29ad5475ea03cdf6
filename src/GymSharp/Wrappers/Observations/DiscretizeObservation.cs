using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Replaces a vector by the number of the bin it lies in.</summary>
/// <typeparam name="T">Element type of the observations below.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class DiscretizeObservation<T, TAction> : ObservationWrapper<int, TAction, T[]>
    where T : unmanaged
    where TAction : notnull
{
    private readonly UniformBins bins;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observation space is a finite box with one axis.</param>
    /// <param name="bins">Number of bins: one for all dimensions, or one per dimension.</param>
    /// <exception cref="ArgumentException">The space is another one, or the numbers of bins do not fit it.</exception>
    public DiscretizeObservation(Env<T[], TAction> env, params int[] bins)
        : this(env, BoxBins.OfObservations(env, bins))
    {
    }

    private DiscretizeObservation(Env<T[], TAction> env, UniformBins bins)
        : base(env, new Discrete(UniformBins.Total(bins)))
    {
        this.bins = bins;
    }

    /// <summary>The bounds of a bin.</summary>
    /// <param name="observation">A discretized observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public (T[] Low, T[] High) RevertObservation(int observation)
    {
        if (!ObservationSpace.Contains(observation))
        {
            throw new ArgumentOutOfRangeException(nameof(observation), observation, "Expected a value of "
                + $"{ObservationSpace}.");
        }

        long[] indexes = new long[bins.Dimensions];
        bins.Split(observation, indexes);
        return BoxBins.Bounds<T>(bins, indexes);
    }

    /// <inheritdoc/>
    protected override int Transform(T[] observation, int reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        int index = 0;
        for (int i = 0; i < bins.Dimensions; i++)
        {
            index = (index * bins.Counts[i]) + bins.IndexOf(i, Element.ToDouble(observation[i]));
        }

        return index;
    }
}
