using System.Text.Json;

namespace GymSharp.Environments.Atari.Games;

/// <summary>What is known about a game: cartridge, actions, modes, and how its memory tells the score.</summary>
/// <remarks>Facts observed on the Arcade Learning Environment 0.12.1; shared, immutable.</remarks>
public sealed record GameDefinition
{
    private GameDefinition(JsonElement facts, CartridgeProperties properties)
    {
        Name = facts.GetProperty("rom").GetString()!;
        Title = facts.TryGetProperty("title", out JsonElement title) ? title.GetString()! : Name;
        Md5 = facts.TryGetProperty("md5", out JsonElement md5) ? md5.GetString() : null;
        Properties = properties;
        MinimalActions = Actions(facts, "minimal_actions") ?? Enum.GetValues<AtariAction>();
        LegalActions = Actions(facts, "legal_actions") ?? Enum.GetValues<AtariAction>();
        Modes = Numbers(facts, "modes") ?? [0];
        DefaultMode = facts.TryGetProperty("default_mode", out JsonElement mode) && mode.ValueKind != JsonValueKind.Null
            ? mode.GetInt32()
            : Modes[0];
        Difficulties = Numbers(facts, "difficulties") ?? [0];
        StartingActions = Numbers(facts, "starting_actions")?.Select(Starting).ToArray() ?? [];
        if (facts.TryGetProperty("settings_overrides", out JsonElement settings))
        {
            PaddleMaximum = settings.GetProperty("paddle_max").GetInt32();
        }

        Rules = new GameRules(facts.GetProperty("rules"));
        LivesAtStart = facts.TryGetProperty("lives_after_construction", out JsonElement lives)
            ? lives.GetInt32()
            : FirstLives(Rules);
        if (facts.TryGetProperty("set_mode", out JsonElement procedure) && procedure.ValueKind == JsonValueKind.Array)
        {
            EnterMode = ModeCompiler.Compile(procedure, Rules.Variables);
        }
    }

    /// <summary>The short name, for example <c>space_invaders</c>.</summary>
    public string Name { get; }

    /// <summary>The cartridge's title.</summary>
    public string Title { get; }

    /// <summary>MD5 of the ROM image in lower-case hex; null where any image may be used.</summary>
    public string? Md5 { get; }

    /// <summary>What is known about the cartridge.</summary>
    public CartridgeProperties Properties { get; init; }

    /// <summary>The actions that do something in this game.</summary>
    public IReadOnlyList<AtariAction> MinimalActions { get; }

    /// <summary>The actions that are not turned into "nothing".</summary>
    public IReadOnlyList<AtariAction> LegalActions { get; }

    /// <summary>Modes the game can be put into.</summary>
    public IReadOnlyList<int> Modes { get; }

    /// <summary>The mode it starts in.</summary>
    public int DefaultMode { get; }

    /// <summary>Positions of the difficulty switches: bit 0 the left, bit 1 the right one.</summary>
    public IReadOnlyList<int> Difficulties { get; }

    /// <summary>
    /// Actions that a reset takes, one per frame, to begin the game; <see cref="AtariActions.Reset"/> is the switch.
    /// </summary>
    public IReadOnlyList<int> StartingActions { get; }

    /// <summary>Lives before the first frame.</summary>
    public int LivesAtStart { get; }

    /// <summary>Greatest paddle resistance in ohms where the game has its own.</summary>
    public int? PaddleMaximum { get; }

    /// <summary>Reads a definition in the form of the facts about ALE's games.</summary>
    /// <param name="facts">A JSON object with <c>rom</c>, <c>rules</c> and so on.</param>
    /// <param name="properties">What is known about the cartridge; null reads <c>properties</c>.</param>
    /// <exception cref="FormatException">Something is missing or not of the language of rules.</exception>
    public static GameDefinition Parse(JsonElement facts, CartridgeProperties? properties = null)
    {
        try
        {
            properties ??= facts.TryGetProperty("properties", out JsonElement given)
                ? CartridgeProperties.Parse(given)
                : new CartridgeProperties();
            return new GameDefinition(facts, properties);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException
            or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new FormatException(
                $"This is no definition of a game: {error.Message} Expected an object with rom and rules.", error);
        }
    }

    /// <summary>How its memory tells the score.</summary>
    internal GameRules Rules { get; }

    /// <summary>What a reset does to enter the present mode, or null where there is only one.</summary>
    internal ModeStep? EnterMode { get; }

    private static int FirstLives(GameRules rules)
    {
        GameScore score = new(rules);
        score.Reset();
        return score.Lives;
    }

    private static int[]? Numbers(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().SelectMany(Repeated)] : null;

    private static AtariAction[]? Actions(JsonElement facts, string name) =>
        Numbers(facts, name)?.Select(number => (uint)number < AtariActions.Count
            ? (AtariAction)number
            : throw new FormatException($"{number} is no action; expected 0 to {AtariActions.Count - 1}.")).ToArray();

    private static int Starting(int action) => action is (>= 0 and < AtariActions.Count) or AtariActions.Reset
        ? action
        : throw new FormatException(
            $"{action} is no action that begins a game; expected 0 to {AtariActions.Count - 1}, or "
            + $"{AtariActions.Reset} for the RESET switch.");

    // [60, 0] stands for sixty zeros.
    private static IEnumerable<int> Repeated(JsonElement entry) => entry.ValueKind == JsonValueKind.Array
        ? Enumerable.Repeat(entry[1].GetInt32(), entry[0].GetInt32())
        : [entry.GetInt32()];
}
