namespace GymSharp.Wrappers;

/// <summary>Finds the step at which an environment truncates.</summary>
internal static class EpisodeLimit
{
    /// <summary>The limit that the spec or a <see cref="TimeLimit{TObservation, TAction}"/> below sets.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int Of(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        if (env.Spec?.MaxEpisodeSteps is { } registered)
        {
            return registered;
        }

        for (Env? below = env; below is not null; below = below.Inner)
        {
            if (below is ITimeLimit limit)
            {
                return limit.MaxEpisodeSteps;
            }
        }

        throw new ArgumentException(
            "The environment must be wrapped by a TimeLimit wrapper or the spec specify a MaxEpisodeSteps. Add "
            + "TimeLimit below.",
            nameof(env));
    }
}
