using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class UsageTests : Workplace
{
    public static TheoryData<string> Commands => ["envs", "rollout", "train", "evaluate", "record", "benchmark", "check"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_help(string command)
    {
        string help = Run(command + " --help").Succeeded().Output;
        Assert.Contains($"gymsharp {command}", help, StringComparison.Ordinal);
        Assert.Contains("--json", help + (command == "rollout" ? "--json" : ""), StringComparison.Ordinal);
        Assert.Equal(help, Run(command + " -h").Succeeded().Output);
        Assert.Contains($"  {command} ", Run("--help").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_a_version() => Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", Run("--version").Succeeded().Output);

    [Theory]
    [InlineData("", "Name a command: envs, rollout, train")]
    [InlineData("rollot CartPole-v1 --seed 3", "There is no command 'rollot'. Did you mean 'rollout'?")]
    [InlineData("fly", "There is no command 'fly'. Commands: envs")]
    [InlineData("envs --jsn", "has no option '--jsn'. Did you mean '--json'?")]
    [InlineData("envs more", "'more' is one argument too many")]
    [InlineData("rollout", "'env'")]
    [InlineData("check", "'env'")]
    [InlineData("rollout CartPole-v1 --sed=3", "has no option '--sed'. Did you mean '--seed'?")]
    [InlineData("rollout CartPole-v1 --sed 3", "Did you mean '--seed'?")]
    [InlineData("rollout CartPole-v1 --seed", "--seed")]
    [InlineData("rollout CartPole-v1 --seed 1 --seed 2", "--seed")]
    [InlineData("check CartPol-v1", "CartPole")]
    [InlineData("check CartPole-v1 --set gravity=3", "sutton_barto_reward")]
    public void Wrong_usage_is_refused_with_one_error_that_helps(string line, string message)
    {
        ProgramResult result = Run(line).RefusedWith(message);
        Assert.Equal("", result.Output);
        Assert.Single(result.Error.Split('\n'), text => text.StartsWith("error: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_stack_trace_is_for_those_who_ask()
    {
        const string line = "train q-learning FrozenLake-v1 --resume --run-dir nowhere";
        Assert.Single(Run(line).FailedWith("not a run directory").Error.Trim().Split('\n'));
        ProgramResult verbose = Run(line + " --verbose");
        Assert.Equal(1, verbose.ExitCode);
        Assert.Contains("   at GymSharp.", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_names_the_rules_that_an_environment_keeps()
    {
        string[] lines = Run("check CartPole-v1").Succeeded().Lines;
        Assert.Equal("CartPole-v1 keeps the contract.", lines[^1]);
        Assert.All(lines.SkipLast(1), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Equal(
            lines.Length - 1, Run("check FrozenLake-v1 --set is_slippery=false --json").Succeeded().Json.AsArray().Count);
    }
}
