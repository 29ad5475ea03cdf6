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
}
