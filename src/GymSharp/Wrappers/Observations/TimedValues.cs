using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Observations with the time beside them, and their spaces.</summary>
internal static class TimedValues
{
    /// <summary>The space of an environment's observations with the time in them.</summary>
    public static Space Space(Env env, bool normalizes, string timeKey) =>
        Space(env.ObservationSpace, new EpisodeClock(EpisodeLimit.Of(env), normalizes).Space, timeKey);

    /// <summary>A space with time as the last part of a tuple, or as an entry of a dictionary.</summary>
    public static Space Space(Space space, Space time, string timeKey) =>
        space is Spaces.TupleSpace ? TupleSpace(space, time) : DictSpace(space, time, timeKey);

    /// <summary>The dictionary space with time in it; Gymnasium orders such keys alphabetically.</summary>
    public static DictSpace DictSpace(Space space, Space time, string timeKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(timeKey);
        if (space is not Spaces.DictSpace dict)
        {
            return new DictSpace(("obs", space), ("time", time));
        }

        if (dict.Spaces.Any(entry => entry.Key == timeKey))
        {
            throw new ArgumentException(
                $"The time key '{timeKey}' already exists in the observation space. Choose another.", nameof(timeKey));
        }

        Dictionary<string, Space> spaces = new(StringComparer.Ordinal) { [timeKey] = time };
        foreach (KeyValuePair<string, Space> entry in dict.Spaces)
        {
            spaces[entry.Key] = entry.Value;
        }

        return new DictSpace(spaces);
    }

    /// <summary>The tuple space with time as its last part.</summary>
    public static TupleSpace TupleSpace(Space space, Space time) => space is Spaces.TupleSpace tuple
        ? new TupleSpace([.. tuple.Spaces, time])
        : throw new ArgumentException($"Expected tuple observations, got {space}.", nameof(space));

    /// <summary>Time put behind the parts of a tuple, or beside any other observation.</summary>
    public static object Join(object observation, object time, string timeKey)
    {
        if (observation is object[] parts)
        {
            object[] timed = [.. parts, time];
            return timed;
        }

        return Dict(observation, time, timeKey);
    }

    /// <summary>Time put beside an observation.</summary>
    public static DictValue Dict(object observation, object time, string timeKey) => observation is DictValue dict
        ? new DictValue(dict.Prepend(new(timeKey, time)))
        : new DictValue(("obs", observation), ("time", time));
}
