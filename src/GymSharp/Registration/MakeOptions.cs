namespace GymSharp.Registration;

/// <summary>What <c>Gym.Make</c> may be told besides the id.</summary>
public sealed record MakeOptions
{
    /// <summary>How the environment renders.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }

    /// <summary>The step that truncates an episode: null for the registered limit, -1 for none.</summary>
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>Leaves out the checks of the first calls: null as registered.</summary>
    public bool? DisableEnvChecker { get; init; }

    /// <summary>Keyword arguments of the environment by Gymnasium's names.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>
    /// Takes keyword arguments as Gymnasium's <c>make</c> does: <c>max_episode_steps</c> and
    /// <c>disable_env_checker</c> are for <c>Make</c> itself, all others for the environment.
    /// </summary>
    /// <param name="keywords">Arguments by name.</param>
    /// <exception cref="ArgumentException">One of the two has a wrong type.</exception>
    public static MakeOptions FromKeywords(IReadOnlyDictionary<string, object?> keywords)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        EnvArguments own = new();
        Dictionary<string, object?> rest = new(StringComparer.Ordinal);
        foreach ((string name, object? value) in keywords)
        {
            if (name is "max_episode_steps" or "disable_env_checker")
            {
                own[name] = value;
            }
            else
            {
                rest[name] = value;
            }
        }

        return new MakeOptions
        {
            MaxEpisodeSteps = own.Get<int?>("max_episode_steps", null),
            DisableEnvChecker = own.Get<bool?>("disable_env_checker", null),
            Arguments = rest,
        };
    }
}
