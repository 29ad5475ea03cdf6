using System.Text.Json.Nodes;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class BenchmarkTests : Workplace
{
    [Fact]
    public void Json_has_a_name_a_value_and_a_ratio()
    {
        JsonNode result = Assert.Single(Run("benchmark make/Blackjack --json").Succeeded().Json.AsArray())!;
        Assert.Equal(["name", "value", "unit", "reference", "ratio"], result.AsObject().Select(field => field.Key));
        Assert.Equal("make/Blackjack-v1", result["name"]!.GetValue<string>());
        double value = result["value"]!.GetValue<double>();
        Assert.True(value > 0);
        Assert.Equal(value / result["reference"]!.GetValue<double>(), result["ratio"]!.GetValue<double>(), 12);
    }

    [Fact]
    public void A_filter_that_fits_nothing_shows_what_there_is() =>
        Run("benchmark warp-drive").RefusedWith("No benchmark contains 'warp-drive'", "make/CartPole-v1");

    [Theory]
    [InlineData("make/Taxi --gymnasium no-such-python", "--gymnasium no-such-python: it cannot be started")]
    [InlineData("update/td3-BipedalWalker-v3 --stable-baselines3 no-such-python", "it cannot be started")]
    [InlineData("train/ppo --stable-baselines3 dotnet", "could not run Stable-Baselines3", "pip install stable-baselines3")]
    public void A_program_that_is_no_Python_with_the_library_is_named(string arguments, params string[] messages) =>
        Run($"benchmark {arguments}").RefusedWith(messages);
}
