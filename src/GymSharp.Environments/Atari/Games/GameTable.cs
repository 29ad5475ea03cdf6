using System.Reflection;
using System.Text.Json;

namespace GymSharp.Environments.Atari.Games;

/// <summary>The games that rules are known for.</summary>
public static class GameTable
{
    private static readonly Lazy<Entry[]> Table = new(static () => Read("games.jsonl"));
    private static readonly Lazy<Entry[]> OwnTable = new(static () => Read("own_games.jsonl"));

    /// <summary>The 104 games of the Arcade Learning Environment; their ROMs are the user's to bring.</summary>
    public static IEnumerable<GameDefinition> Games => Table.Value.Select(static entry => entry.Game);

    /// <summary>Short names of those games, without reading their rules.</summary>
    public static IEnumerable<string> Names => Table.Value.Select(static entry => entry.Name);

    /// <summary>Short names of the games whose cartridges come with this library.</summary>
    public static IEnumerable<string> OwnNames => OwnTable.Value.Select(static entry => entry.Name);

    /// <summary>Any ROM: no reward, never over, all eighteen actions.</summary>
    public static GameDefinition Unknown { get; } = Parse(
        """
        {"rom":"custom","lives_after_construction":1,
         "rules":{"state_after_reset":{},"next_state":{},"reward":0,"terminal":false,"lives":1}}
        """);

    /// <summary>Finds a game by its short name, for example <c>space_invaders</c>.</summary>
    public static GameDefinition? Find(string name) =>
        Table.Value.Concat(OwnTable.Value).FirstOrDefault(entry => entry.Name == name)?.Game;

    /// <summary>Finds the game that a ROM image is, by its MD5 in lower-case hex.</summary>
    public static GameDefinition? FindByMd5(string md5) => Games.FirstOrDefault(game => game.Md5 == md5);

    private static Entry[] Read(string file)
    {
        Assembly assembly = typeof(GameTable).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"GymSharp.Environments.Atari.{file}")!;
        using StreamReader reader = new(stream);
        List<Entry> entries = [];
        while (reader.ReadLine() is { } line)
        {
            entries.Add(new Entry(line));
        }

        return [.. entries];
    }

    private static GameDefinition Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return GameDefinition.Parse(document.RootElement);
    }

    // Every line begins with the name, so that a list of names costs no more than reading the lines.
    private sealed class Entry(string line)
    {
        private readonly Lazy<GameDefinition> game = new(() => Parse(line));

        public string Name { get; } = line.Split('"', 5)[3];

        public GameDefinition Game => game.Value;
    }
}
