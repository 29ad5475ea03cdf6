namespace GymSharp.Wrappers;

/// <summary>
/// Replaces each dimension of a continuous action space by numbered bins; Gymnasium's <c>DiscretizeAction</c> with
/// <c>multidiscrete=True</c>.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="T">Element type of the actions below.</typeparam>
public sealed class MultiDiscretizeAction<TObservation, T> : ActionWrapper<TObservation, long[], T[]>
    where TObservation : notnull
    where T : unmanaged
{
    private readonly UniformBins bins;
    private readonly T[] center;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose action space is a finite box with one axis.</param>
    /// <param name="bins">Number of bins: one for all dimensions, or one per dimension.</param>
    /// <exception cref="ArgumentException">The space is another one, or the numbers of bins do not fit it.</exception>
    public MultiDiscretizeAction(Env<TObservation, T[]> env, params int[] bins)
        : this(env, BoxBins.OfActions(env, bins))
    {
    }

    private MultiDiscretizeAction(Env<TObservation, T[]> env, UniformBins bins)
        : base(env, BoxBins.Space(bins))
    {
        this.bins = bins;
        center = new T[bins.Dimensions];
    }

    /// <summary>The bins whose centres are nearest to a continuous action.</summary>
    /// <exception cref="InvalidActionException">The action has another number of elements.</exception>
    public long[] RevertAction(T[] action)
    {
        ActionBox.ExpectLength(action, bins.Dimensions);
        return BoxBins.Nearest<T>(bins, action);
    }

    /// <inheritdoc/>
    protected override string ClassName => "DiscretizeAction";

    /// <inheritdoc/>
    protected override T[] Transform(long[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (!ActionSpace.Contains(action))
        {
            throw new InvalidActionException(
                $"The action [{string.Join(", ", action)}] is not in {ActionSpace}. Nothing was changed.");
        }

        BoxBins.WriteCenter<T>(bins, action, center);
        return center;
    }
}
