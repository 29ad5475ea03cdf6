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
}
