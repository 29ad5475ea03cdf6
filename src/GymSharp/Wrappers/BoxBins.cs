using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>What the four discretizing wrappers share.</summary>
internal static class BoxBins
{
    /// <summary>Cuts the observation space of an environment.</summary>
    public static UniformBins OfObservations<T, TAction>(Env<T[], TAction> env, int[] bins)
        where T : unmanaged
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(bins);
        return (Space)env.ObservationSpace is Box<T> box
            ? UniformBins.Of(box, bins, "observation")
            : throw new ArgumentException(
                $"DiscretizeObservation is only compatible with Box observations, got {env.ObservationSpace}.",
                nameof(env));
    }

    /// <summary>Cuts the action space of an environment.</summary>
    public static UniformBins OfActions<TObservation, T>(Env<TObservation, T[]> env, int[] bins)
        where TObservation : notnull
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(bins);
        return (Space)env.ActionSpace is Box<T> box
            ? UniformBins.Of(box, bins, "action")
            : throw new ArgumentException(
                $"DiscretizeAction is only compatible with Box actions, got {env.ActionSpace}.", nameof(env));
    }

    /// <summary>The space of one index per dimension.</summary>
    public static MultiDiscrete Space(UniformBins bins)
    {
        long[] counts = new long[bins.Dimensions];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = bins.Counts[i];
        }

        return new MultiDiscrete(counts);
    }

    /// <summary>Lower and upper corner of a bin.</summary>
    public static (T[] Low, T[] High) Bounds<T>(UniformBins bins, ReadOnlySpan<long> indexes)
        where T : unmanaged
    {
        T[] low = new T[bins.Dimensions];
        T[] high = new T[bins.Dimensions];
        for (int i = 0; i < low.Length; i++)
        {
            (double lower, double upper) = bins.Limits(i, (int)indexes[i]);
            low[i] = Element.FromDouble<T>(lower);
            high[i] = Element.FromDouble<T>(upper);
        }

        return (low, high);
    }

    /// <summary>Writes the centre of a bin.</summary>
    public static void WriteCenter<T>(UniformBins bins, ReadOnlySpan<long> indexes, Span<T> action)
        where T : unmanaged
    {
        for (int i = 0; i < action.Length; i++)
        {
            action[i] = Element.FromDouble<T>(bins.Center(i, (int)indexes[i]));
        }
    }

    /// <summary>The bin of each dimension whose centre is nearest to an action, the first of equals.</summary>
    public static long[] Nearest<T>(UniformBins bins, ReadOnlySpan<T> action)
        where T : unmanaged
    {
        long[] indexes = new long[bins.Dimensions];
        for (int i = 0; i < indexes.Length; i++)
        {
            double best = double.PositiveInfinity;
            for (int bin = 0; bin < bins.Counts[i]; bin++)
            {
                double distance = Math.Abs(bins.Round(bins.Center(i, bin) - Element.ToDouble(action[i])));
                if (distance < best)
                {
                    best = distance;
                    indexes[i] = bin;
                }
            }
        }

        return indexes;
    }
}
