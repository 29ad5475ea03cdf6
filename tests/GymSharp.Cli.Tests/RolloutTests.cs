using System.Security.Cryptography;
using System.Text.Json;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class RolloutTests(TrainedRun trained) : Workplace
{
    [Fact]
    public void A_rollout_takes_100_steps_and_prints_one_object_per_line()
    {
        JsonElement[] lines = Run("rollout CartPole-v1 --seed 4").Succeeded().JsonLines;
        Assert.Equal(100, lines.Count(line => line.TryGetProperty("action", out _)));
        Assert.Equal(["reset", "seed", "observation", "info"], lines[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(4, lines[0].GetProperty("seed").GetInt32());
        Assert.All(
            lines.Skip(1).Where(line => line.TryGetProperty("reset", out _)),
            line => Assert.Equal(JsonValueKind.Null, line.GetProperty("seed").ValueKind));
    }

    [Fact]
    public void After_the_end_of_an_episode_follows_a_reset_but_not_after_the_last_step()
    {
        JsonElement[] lines = Run("rollout Blackjack-v1 --seed 0 --steps 40").Succeeded().JsonLines;
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            Assert.Equal(Ends(lines[i]), lines[i + 1].TryGetProperty("reset", out _));
        }

        Assert.True(lines[^1].TryGetProperty("action", out _));
        int steps = 1 + lines.TakeWhile(line => !Ends(line)).Count(line => line.TryGetProperty("action", out _));
        JsonElement last = Run($"rollout Blackjack-v1 --seed 0 --steps {steps}").Succeeded().JsonLines[^1];
        Assert.True(Ends(last));
    }

    [Fact]
    public void The_seed_of_the_actions_is_that_of_the_reset_unless_another_is_given()
    {
        string usual = Run("rollout Taxi-v4 --seed 7 --steps 30").Succeeded().Output;
        Assert.Equal(usual, Run("rollout Taxi-v4 --seed 7 --steps 30 --action-seed 7").Succeeded().Output);
        Assert.NotEqual(usual, Run("rollout Taxi-v4 --seed 7 --steps 30 --action-seed 8").Succeeded().Output);
    }

    [Fact]
    public void No_steps_leave_the_reset_alone()
    {
        Assert.Single(Run("rollout CartPole-v1 --seed 1 --steps 0").Succeeded().Lines);
        Assert.Single(RunWith("rollout", "FrozenLake-v1", "--seed", "1", "--steps", "0", "--policy", trained.Path).Succeeded().Lines);
    }

    [Fact]
    public void Tuples_are_arrays() => Assert.All(
        Run("rollout Blackjack-v1 --seed 5 --steps 5").Succeeded().JsonLines,
        line => Assert.Equal(3, line.GetProperty("observation").GetArrayLength()));

    [Fact]
    public void Observations_of_rank_3_are_a_shape_and_a_hash_unless_asked_for_in_full()
    {
        JsonElement[] hashed = Run("rollout MinAtar/Breakout-v1 --seed 2 --steps 20").Succeeded().JsonLines;
        JsonElement[] full = Run("rollout MinAtar/Breakout-v1 --seed 2 --steps 20 --full").Succeeded().JsonLines;
        Assert.Equal(hashed.Length, full.Length);
        for (int i = 0; i < hashed.Length; i++)
        {
            JsonElement observation = hashed[i].GetProperty("observation");
            Assert.Equal("[10,10,4]", observation.GetProperty("shape").GetRawText());
            byte[] cells = [.. full[i].GetProperty("observation").EnumerateArray()
                .SelectMany(row => row.EnumerateArray())
                .SelectMany(cell => cell.EnumerateArray())
                .Select(channel => channel.GetBoolean() ? (byte)1 : (byte)0)];
            Assert.Equal(400, cells.Length);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(cells)), observation.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public void Fewer_steps_than_actions_take_the_first_of_them()
    {
        string file = Write("actions.json", "[0,1,0,1,0,1]");
        Assert.Equal(1 + 6, RunWith("rollout", "CartPole-v1", "--seed", "0", "--actions", file).Succeeded().Lines.Length);
        JsonElement[] some = RunWith("rollout", "CartPole-v1", "--seed", "0", "--actions", file, "--steps", "3").Succeeded().JsonLines;
        Assert.Equal(["0", "1", "0"], some.Skip(1).Select(line => line.GetProperty("action").GetRawText()));
    }

    [Fact]
    public void Actions_are_converted_to_the_element_type_of_the_space()
    {
        string file = Write("actions.json", "[[0.1],[7]]");
        JsonElement[] lines = RunWith("rollout", "Pendulum-v1", "--seed", "0", "--actions", file).Succeeded().JsonLines;
        Assert.Equal("[0.10000000149011612]", lines[1].GetProperty("action").GetRawText());
        Assert.Equal("[7]", lines[2].GetProperty("action").GetRawText());
        string whole = Write("whole.json", "[1.0]");
        Assert.Equal(2, RunWith("rollout", "CartPole-v1", "--actions", whole).Succeeded().Lines.Length);
    }

    [Fact]
    public void A_policy_plays_its_agent()
    {
        JsonElement[] lines = RunWith(
            "rollout", "FrozenLake-v1", "--set", "is_slippery=false", "--seed", "9", "--steps", "13", "--policy", trained.Path)
            .Succeeded().JsonLines;
        Assert.Equal(13, lines.Count(line => line.TryGetProperty("action", out _)));
        JsonElement[] rewards = [.. lines.Where(Ends).Select(line => line.GetProperty("reward"))];
        Assert.Equal([1.0, 1.0], rewards.Select(reward => reward.GetDouble()));
        Assert.Equal(9, lines[0].GetProperty("seed").GetInt32());
        Assert.Equal(3, lines.Count(line => line.TryGetProperty("reset", out _)));
    }

    [Fact]
    public void A_built_in_player_plays()
    {
        JsonElement[] lines = Run("rollout BitFlipping-v0 --seed 3 --steps 60 --policy heuristic").Succeeded().JsonLines;
        Assert.Equal(60, lines.Count(line => line.TryGetProperty("action", out _)));
        Assert.All(lines.Where(Ends), line => Assert.Equal(0, line.GetProperty("reward").GetDouble()));
        string chance = Run("rollout BitFlipping-v0 --seed 3 --steps 60 --policy random").Succeeded().Output;
        Assert.Equal(chance, Run("rollout BitFlipping-v0 --seed 3 --steps 60 --policy random").Succeeded().Output);
        Assert.DoesNotContain("\"reward\":0", chance, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_goes_to_a_file()
    {
        string printed = Run("rollout CartPole-v1 --seed 0 --steps 10").Succeeded().Output;
        Assert.Equal("", Run("rollout CartPole-v1 --seed 0 --steps 10 --output out.jsonl").Succeeded().Output);
        Assert.Equal(printed, File.ReadAllText(this["out.jsonl"]));
    }

    [Theory]
    [InlineData("[0,1,2]", "Action 2", "Discrete(2)")]
    [InlineData("[0,\"left\"]", "Action 1", "\"left\"")]
    [InlineData("[0,-1]", "Action 1", "-1")]
    [InlineData("[0,[1]]", "Action 1", "[1]")]
    [InlineData("[0,null]", "Action 1", "null")]
    [InlineData("[0,0.5]", "Action 1", "0.5")]
    [InlineData("[0,1", "not JSON", "actions.json")]
    [InlineData("", "not JSON", "actions.json")]
    [InlineData("{\"actions\":[0]}", "JSON array", "actions.json")]
    [InlineData("7", "JSON array", "actions.json")]
    public void A_wrong_file_of_actions_is_refused_before_anything_is_written(string text, params string[] message)
    {
        Write("actions.json", text);
        ProgramResult result = Run("rollout CartPole-v1 --seed 0 --actions actions.json --output out.jsonl").RefusedWith(message);
        Assert.Equal("", result.Output);
        Assert.False(File.Exists(this["out.jsonl"]));
    }

    [Theory]
    [InlineData("rollout CartPol-v1", "CartPole")]
    [InlineData("rollout CartPole-v9", "`v9`")]
    [InlineData("rollout Nowhere/CartPole-v1", "Nowhere")]
    [InlineData("rollout CartPole@1", "CartPole@1")]
    [InlineData("rollout CartPole-v1 --seed -1", "--seed -1: expected a whole number from 0 to 18446744073709551615")]
    [InlineData("rollout CartPole-v1 --seed 1e3", "--seed 1e3")]
    [InlineData("rollout CartPole-v1 --steps -5", "--steps -5")]
    [InlineData("rollout CartPole-v1 --set gravity=3", "sutton_barto_reward")]
    [InlineData("rollout FrozenLake-v1 --set is_slipery=false", "Did you mean 'is_slippery'?")]
    [InlineData("rollout FrozenLake-v1 --set is_slippery=perhaps", "true or false")]
    [InlineData("rollout FrozenLake-v1 --set max_episode_steps=soon", "whole number")]
    [InlineData("rollout FrozenLake-v1 --set is_slippery", "name=value")]
    [InlineData("rollout FrozenLake-v1 --set =false", "name=value")]
    [InlineData("rollout CartPole-v1 --reset low=high", "low")]
    [InlineData("rollout CartPole-v1 --reset lo=-0.1", "CartPole-v1 has no reset option 'lo'. Did you mean 'low'?")]
    [InlineData("rollout CartPole-v1 --reset lo=-0.1 --policy random", "It accepts: low, high.")]
    [InlineData("rollout Taxi-v4 --reset lo=-0.1", "It accepts no reset options.")]
    [InlineData("rollout CartPole-v1 --actions a.json --policy run", "exclude each other")]
    [InlineData("rollout CartPole-v1 --actions a.json --action-seed 3", "--action-seed")]
    [InlineData("rollout CartPole-v1 --policy nowhere", "not a directory")]
    [InlineData("rollout LunarLander-v3 --policy heuristics", "Did you mean 'heuristic'?")]
    [InlineData("rollout Pendulum-v1 --policy heuristic", "Pendulum-v1 has no built-in heuristic")]
    public void What_is_wrong_in_the_command_is_refused(string line, string message)
    {
        Run(line + " --output out.jsonl").RefusedWith(message);
        Assert.Empty(Files());
    }

    [Fact]
    public void More_steps_than_actions_are_refused()
    {
        Write("actions.json", "[0,1]");
        Run("rollout CartPole-v1 --actions actions.json --steps 3").RefusedWith("has 2 actions");
    }

    [Fact]
    public void A_policy_for_another_task_is_refused()
    {
        RunWith("rollout", "Taxi-v4", "--policy", trained.Path, "--output", "out.jsonl")
            .RefusedWith("16 states", "Use the environment it was trained on");
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("rollout CartPole-v1 --actions nowhere.json", "nowhere.json")]
    [InlineData("rollout CartPole-v1 --output no/such/folder/out.jsonl", "no/such/folder")]
    public void Files_that_cannot_be_read_or_written_are_named(string line, string message) => Run(line).FailedWith(message);

    [Fact]
    public void A_full_disk_is_a_failure()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        Run("rollout CartPole-v1 --steps 5 --output /dev/full").FailedWith("/dev/full");
    }

    private static bool Ends(JsonElement line) => line.TryGetProperty("terminated", out JsonElement terminated)
        && (terminated.GetBoolean() || line.GetProperty("truncated").GetBoolean());
}
