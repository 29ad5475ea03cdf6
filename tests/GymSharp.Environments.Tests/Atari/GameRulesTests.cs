using System.Globalization;
using System.Text.Json;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari;

/// <summary>The games' rules against what the Arcade Learning Environment's own said.</summary>
public sealed class GameRulesTests
{
    private const int CartridgeRam = 0xF080;

    [Fact]
    public void Every_reward_vector_is_reproduced()
    {
        string[] lines = AleGolden.Text("facts/reward_vectors.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, GameScore> scores = new(StringComparer.Ordinal);
        List<string> differences = [];
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            if (!scores.TryGetValue(cells[0], out GameScore? score))
            {
                score = new GameScore(GameTable.Find(cells[0])!.Rules);
                scores.Add(cells[0], score);
            }

            string seen = Outcome(score, cells);
            if (seen != $"{cells[4]},{cells[5]},{cells[6]}")
            {
                differences.Add($"{cells[0]} {cells[1]}: {seen} instead of {cells[4]},{cells[5]},{cells[6]}");
            }
        }

        Assert.Empty(differences);
        Assert.Equal(104, scores.Count);
        Assert.Equal(AleGolden.IsWhole ? 13185 : 104 * 13, lines.Length - 1);
    }

    [Fact]
    public void A_frame_costs_no_memory()
    {
        foreach (GameDefinition game in GameTable.Games)
        {
            GameScore score = new(game.Rules);
            score.Input.ReadMapped = static _ => 0;
            byte[] ram = new byte[RuleInput.RamSize];
            score.Reset();
            score.Step(ram);
            long allocated = Allocations.Of(() =>
            {
                score.Step(ram);
                _ = score.Reward + score.Lives + (score.IsTerminal ? 1 : 0);
            });
            Assert.True(allocated == 0, game.Name);
        }
    }

    [Fact]
    public void The_table_says_what_the_facts_say()
    {
        Assert.Equal(104, GameTable.Names.Count());
        if (!AleGolden.IsWhole)
        {
            return;
        }

        using JsonDocument facts = JsonDocument.Parse(AleGolden.Text("facts/games.json"));
        List<JsonElement> games = [.. facts.RootElement.GetProperty("single_player").EnumerateArray()];
        Assert.Equal(games.Select(game => game.GetProperty("rom").GetString()), GameTable.Names);
        foreach (JsonElement fact in games)
        {
            GameDefinition game = GameTable.Find(fact.GetProperty("rom").GetString()!)!;
            Assert.Equal(fact.GetProperty("md5").GetString(), game.Md5);
            Assert.Equal(Numbers(fact, "minimal_actions"), game.MinimalActions.Select(action => (int)action));
            Assert.Equal(Numbers(fact, "legal_actions"), game.LegalActions.Select(action => (int)action));
            Assert.Equal(Numbers(fact, "starting_actions"), game.StartingActions);
            Assert.Equal(Numbers(fact, "modes"), game.Modes);
            Assert.Equal(fact.GetProperty("default_mode").GetInt32(), game.DefaultMode);
            Assert.Equal(Numbers(fact, "difficulties"), game.Difficulties);
            Assert.Equal(fact.GetProperty("lives_after_construction").GetInt32(), game.LivesAtStart);
            Assert.Equal(CartridgeProperties.Parse(fact.GetProperty("properties")), game.Properties);
            Assert.Equal(fact.GetProperty("set_mode").ValueKind != JsonValueKind.Null, game.EnterMode is not null);
        }
    }

    [Theory]
    [InlineData("""["ram"]""")]
    [InlineData("""["ram",128]""")]
    [InlineData("""["xor",1,2]""")]
    [InlineData("""[]""")]
    [InlineData("\"ram\"")]
    [InlineData("""["prev","score"]""")]
    public void Rules_that_are_none_are_refused(string expression)
    {
        string rules = """{"rom":"x","rules":{"state_after_reset":{},"next_state":{},"reward":"""
            + expression + """,  "terminal":0,"lives":1}}""";
        using JsonDocument document = JsonDocument.Parse(rules);
        Assert.Throws<FormatException>(() => GameDefinition.Parse(document.RootElement));
    }

    [Fact]
    public void Rules_that_go_in_a_circle_are_refused()
    {
        using JsonDocument document = JsonDocument.Parse(
            """
            {"rom":"x","rules":{"state_after_reset":{},"next_state":{"a":["new","b"],"b":["new","a"]},
             "reward":0,"terminal":0,"lives":1}}
            """);
        Assert.Contains(
            "circle",
            Assert.Throws<FormatException>(() => GameDefinition.Parse(document.RootElement)).Message,
            StringComparison.Ordinal);
    }

    private static string Outcome(GameScore score, string[] cells)
    {
        if (cells[1] == "reset")
        {
            score.Reset();
        }
        else
        {
            byte[] cartridge = Convert.FromHexString(cells[3]);
            score.Input.ReadMapped = address => cartridge[address - CartridgeRam];
            score.Step(Convert.FromHexString(cells[2]));
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{score.Reward},{(score.IsTerminal ? 1 : 0)},{score.Lives}");
    }

    private static IEnumerable<int> Numbers(JsonElement fact, string name) =>
        fact.GetProperty(name).EnumerateArray().Select(number => number.GetInt32());
}
