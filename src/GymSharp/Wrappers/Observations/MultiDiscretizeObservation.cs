using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>
/// Replaces each element of a vector by the number of the bin it lies in; Gymnasium's <c>DiscretizeObservation</c> with
/// <c>multidiscrete=True</c>.
/// </summary>
/// <typeparam name="T">Element type of the observations below.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class MultiDiscretizeObservation<T, TAction> : ObservationWrapper<long[], TAction, T[]>
    where T : unmanaged
    where TAction : notnull
{
    private readonly UniformBins bins;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observation space is a finite box with one axis.</param>
    /// <param name="bins">Number of bins: one for all dimensions, or one per dimension.</param>
    /// <exception cref="ArgumentException">The space is another one, or the numbers of bins do not fit it.</exception>
    public MultiDiscretizeObservation(Env<T[], TAction> env, params int[] bins)
        : this(env, BoxBins.OfObservations(env, bins))
    {
    }

    private MultiDiscretizeObservation(Env<T[], TAction> env, UniformBins bins)
        : base(env, BoxBins.Space(bins))
    {
        this.bins = bins;
    }

    /// <summary>The bounds of a bin.</summary>
    /// <param name="observation">A discretized observation: one index per dimension.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public (T[] Low, T[] High) RevertObservation(long[] observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (!ObservationSpace.Contains(observation))
        {
            throw new ArgumentOutOfRangeException(nameof(observation), $"Expected a value of {ObservationSpace}.");
        }

        return BoxBins.Bounds<T>(bins, observation);
    }

    /// <inheritdoc/>
    protected override string ClassName => "DiscretizeObservation";

    /// <inheritdoc/>
    protected override long[] Transform(T[] observation, long[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        long[] indexes = ObservationMemory.Take(reuse, bins.Dimensions);
        for (int i = 0; i < indexes.Length; i++)
        {
            indexes[i] = bins.IndexOf(i, Element.ToDouble(observation[i]));
        }

        return indexes;
    }
}
