namespace GymSharp.Registration;

/// <summary>How an environment is made, and what <c>Make</c> puts around it.</summary>
public sealed record EnvSpec
{
    /// <summary>Describes an environment.</summary>
    /// <param name="id"><c>[namespace/]Name[-vN]</c>, for example <c>MyGame-v0</c>.</param>
    /// <param name="create">Makes the environment from its keyword arguments.</param>
    /// <exception cref="MalformedEnvIdException">The id is not of that form.</exception>
    public EnvSpec(string id, Func<EnvArguments, Env> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        EnvId parsed = EnvId.Parse(id);
        Id = id;
        Namespace = parsed.Namespace;
        Name = parsed.Name;
        Version = parsed.Version;
        Create = create;
    }

    /// <summary>The whole id, <c>[namespace/]Name[-vN]</c>.</summary>
    public string Id { get; }

    /// <summary>The part before the slash, or null.</summary>
    public string? Namespace { get; }

    /// <summary>The name without namespace and version.</summary>
    public string Name { get; }

    /// <summary>The version, or null for an unversioned environment.</summary>
    public int? Version { get; }

    /// <summary>Makes the environment.</summary>
    public Func<EnvArguments, Env> Create { get; }

    /// <summary>The step at which an episode is truncated, or null for no limit.</summary>
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>The mean return over 100 episodes from which the task counts as solved, or null.</summary>
    public double? RewardThreshold { get; init; }

    /// <summary>Whether the same seed may give different results.</summary>
    public bool Nondeterministic { get; init; }

    /// <summary>
    /// Whether an environment that was used before may go on differently after a reset with a seed than a fresh one, as
    /// Gymnasium's walker does: its world outlives the episode.
    /// </summary>
    public bool HasHistory { get; init; }

    /// <summary>Whether <c>Make</c> demands a reset before the first step.</summary>
    public bool OrderEnforce { get; init; } = true;

    /// <summary>Whether <c>Make</c> leaves out the checks of the first calls.</summary>
    public bool DisableEnvChecker { get; init; }

    /// <summary>Keyword arguments that <c>Make</c> passes unless the caller gives others.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>
    /// What is missing on this machine (a ROM, a library) and how to get it, or null when the environment can be made.
    /// </summary>
    public Func<string?> Needs { get; init; } = static () => null;

    /// <summary>Keyword arguments that have no default: without them <c>Make</c> fails.</summary>
    public IReadOnlyList<string> RequiredArguments { get; init; } = [];

    /// <summary>What is missing to make the environment by its id alone, or null when nothing is.</summary>
    public string? NeedsByDefault() => Needs() ?? (RequiredArguments.Count == 0
        ? null
        : $"the argument{(RequiredArguments.Count == 1 ? "" : "s")} {string.Join(", ", RequiredArguments)}");

    /// <summary>Makes a natively batched form of the environment, or null where there is none.</summary>
    public Func<EnvArguments, int, Vector.VectorEnv>? CreateVector { get; init; }

    /// <summary>
    /// Whether, with these arguments, the natively batched form shows and pays what as many single environments do, so
    /// that it may stand for them.
    /// </summary>
    /// <value>The default is never.</value>
    public Func<EnvArguments, bool> IsVectorAlike { get; init; } = static _ => false;

    /// <summary>
    /// Makes the SIMD form of the environment, which trades exactness for speed, or null where there is none. Chosen
    /// only by those who ask for it.
    /// </summary>
    public Func<EnvArguments, int, Vector.BatchedEnv>? CreateBatched { get; init; }
}
