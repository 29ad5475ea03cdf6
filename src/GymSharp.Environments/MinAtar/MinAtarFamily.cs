using GymSharp.Registration;

namespace GymSharp.Environments.MinAtar;

/// <summary>
/// Registers the MinAtar games: <c>MinAtar/Breakout-v0</c> with all six actions, <c>-v1</c> with the minimal set, and
/// so on.
/// </summary>
public static class MinAtarFamily
{
    private static readonly (string Id, string Game)[] Games =
    [
        ("MinAtar/Asterix", "asterix"),
        ("MinAtar/Breakout", "breakout"),
        ("MinAtar/Freeway", "freeway"),
        ("MinAtar/Seaquest", "seaquest"),
        ("MinAtar/SpaceInvaders", "space_invaders"),
    ];

    /// <summary>Adds the ten ids to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach ((string id, string game) in Games)
        {
            registry.Register(Spec($"{id}-v0", game, minimalActions: false));
            registry.Register(Spec($"{id}-v1", game, minimalActions: true));
        }
    }

    private static EnvSpec Spec(string id, string game, bool minimalActions) => new(id, Create)
    {
        Arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["game"] = game,
            ["use_minimal_action_set"] = minimalActions,
        },
    };

    private static MinAtarEnv Create(EnvArguments arguments)
    {
        string game = arguments.Get("game", "");
        bool ramping = arguments.Get("difficulty_ramping", true);
        MinAtarOptions options = new()
        {
            StickyActionProbability = arguments.Get("sticky_action_prob", 0.1),
            UseMinimalActionSet = arguments.Get("use_minimal_action_set", false),
            RenderMode = arguments.RenderMode,
        };
        return new MinAtarEnv(CreateGame(game, ramping), options);
    }

    private static MinAtarGame CreateGame(string name, bool ramping) => name switch
    {
        "asterix" => new Asterix(ramping),
        "breakout" => new Breakout(),
        "freeway" => new Freeway(),
        "seaquest" => new Seaquest(ramping),
        "space_invaders" => new SpaceInvaders(ramping),
        _ => throw new ArgumentException(
            $"MinAtar has no game '{name}'.{Suggestions.DidYouMean(name, Games.Select(entry => entry.Game))} "
            + $"It has: {string.Join(", ", Games.Select(entry => entry.Game))}.",
            nameof(name)),
    };
}
