using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Cli.Running;
using GymSharp.Golden;
using GymSharp.Registration;

namespace GymSharp.Cli;

public sealed class EnvsTests : Workplace
{
    [Fact]
    public void Json_lists_every_environment_with_the_spaces_of_Gymnasium()
    {
        Dictionary<string, JsonObject> listed = Run("envs --json").Succeeded().Json.AsArray()
            .ToDictionary(env => env!["id"]!.GetValue<string>(), env => env!.AsObject());
        Assert.Equal(Gym.Registry.Specs.Select(spec => spec.Id).Order(), listed.Keys.Order());
        Assert.All(listed.Values, ExpectFields);

        int compared = 0;
        foreach (JsonNode? spec in GoldenData.Load("envs/specs").AsArray())
        {
            if (spec!["spaces_from"]?.GetValue<string>() == "instance"
                && listed.TryGetValue(spec["id"]!.GetValue<string>(), out JsonObject? env))
            {
                compared++;
                Assert.Equal(spec["observation_space_repr"]!.GetValue<string>(), env["observation_space"]!.GetValue<string>());
                Assert.Equal(spec["action_space_repr"]!.GetValue<string>(), env["action_space"]!.GetValue<string>());
                Assert.Equal(Number(spec["max_episode_steps"]), Number(env["max_episode_steps"]));
                Assert.Equal(Number(spec["reward_threshold"]), Number(env["reward_threshold"]));
            }
        }

        Assert.True(compared >= 12, $"Only {compared} environments were compared.");
    }

    [Fact]
    public void The_table_has_one_line_per_environment_and_fits_80_columns()
    {
        Environment["COLUMNS"] = "80";
        string[] lines = Run("envs").Succeeded().Lines;
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        EnvSpec[] available = [.. Gym.Registry.Specs.Where(spec => spec.NeedsByDefault() is null
            && !spec.Id.Contains("-ram", StringComparison.Ordinal)
            && !spec.Id.Contains("Deterministic", StringComparison.Ordinal)
            && !spec.Id.Contains("NoFrameskip", StringComparison.Ordinal)
            && !spec.Id.Contains("_Diverse", StringComparison.Ordinal))];
        Assert.Equal(
            available.Select(spec => spec.Id),
            lines.Skip(1).Take(available.Length).Select(line => line.Split(' ')[0]));
        Assert.Equal(
            ["CartPole-v1", "Box(4,)", "float32", "Discrete(2)", "500", "475"],
            lines.Single(line => line.StartsWith("CartPole-v1", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void What_lacks_a_file_is_named_once_as_unavailable()
    {
        string[] words = Run("envs").Succeeded().Output.Split("Unavailable")[1].Split((char[])[' ', '\n', '\r']);
        Assert.Single(words, "ALE/Pong-v5");
        Assert.Single(words, "ALE/Breakout-v5");
        Assert.DoesNotContain("ALE/LaserInvaders-v5", words);
    }

    [Fact]
    public void What_lacks_the_MuJoCo_library_is_named_with_how_to_install_it()
    {
        Environment["COLUMNS"] = "80";
        Environment["GYMSHARP_MUJOCO"] = this["none.so"];
        ProgramResult result = Run("envs").Succeeded();
        string unavailable = result.Output.Split("Unavailable:")[1];
        Assert.All(
            ["Humanoid-v5", "does not exist", "Debian, Ubuntu: sudo apt-get install libmujoco2.2.2", "macOS", "Windows"],
            words => Assert.Contains(words, unavailable, StringComparison.Ordinal));
        Assert.DoesNotContain("Humanoid-v4", unavailable, StringComparison.Ordinal);
        JsonObject humanoid = Run("envs --json").Succeeded().Json.AsArray()
            .Select(env => env!.AsObject())
            .Single(env => env["id"]!.GetValue<string>() == "Humanoid-v5");
        Assert.False(humanoid["available"]!.GetValue<bool>());
        Assert.Contains("libmujoco2.2.2", humanoid["needs"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_MuJoCo_task_without_the_library_is_one_clear_error()
    {
        Environment["GYMSHARP_MUJOCO"] = this["none.so"];
        ProgramResult result = Run("rollout Humanoid-v5 --steps 3");
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install libmujoco2.2.2", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_cut_where_output_is_not_a_terminal() => Assert.Contains(
        "Tuple(Discrete(32), Discrete(11), Discrete(2))", Run("envs").Succeeded().Output, StringComparison.Ordinal);

    private static void ExpectFields(JsonObject env)
    {
        bool available = env["available"]!.GetValue<bool>();
        string[] fields = ["id", "observation_space", "action_space", "max_episode_steps", "reward_threshold", "available"];
        Assert.Equal(available ? fields : [.. fields, "needs"], env.Select(field => field.Key));
        Assert.Equal(available, env["observation_space"] is not null);
        Assert.Equal(available, env["action_space"] is not null);
    }

    private static double? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : null;
}
