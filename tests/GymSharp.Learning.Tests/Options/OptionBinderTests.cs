using GymSharp.Learning.Schedules;
using GymSharp.Learning.Tabular;

namespace GymSharp.Learning.Options;

public sealed class OptionBinderTests
{
    [Fact]
    public void Values_are_read_by_name()
    {
        TabularOptions options = OptionBinder.Bind<TabularOptions>(
            [new("learning_rate", 0.25), new("bins", 7L), new("epsilon_schedule", "exponential"), new("learning_rate_end", null)]);
        Assert.Equal(0.25, options.LearningRate);
        Assert.Equal(7, options.Bins);
        Assert.Equal(ScheduleKind.Exponential, options.EpsilonSchedule);
        Assert.Null(options.LearningRateEnd);
        Assert.Equal(0.99, options.Gamma);
    }

    [Fact]
    public void All_errors_are_listed_at_once()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => OptionBinder.Bind<TabularOptions>(
            [new("learning_rat", 0.5), new("gamma", 1.5), new("bins", "many"), new("epsilon_schedule", "steep"), new("learning_rate", 0)]));
        Assert.Contains("Did you mean 'learning_rate'?", error.Message, StringComparison.Ordinal);
        Assert.Contains("'gamma' must be at least 0 and at most 1, got 1.5", error.Message, StringComparison.Ordinal);
        Assert.Contains("'bins' must be a whole number, got 'many'", error.Message, StringComparison.Ordinal);
        Assert.Contains("constant, linear, exponential, cosine, got 'steep'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'learning_rate' must be above 0 and at most 1, got 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_survive_json()
    {
        TabularOptions options = new() { LearningRate = 1.0 / 3, EpsilonSchedule = ScheduleKind.Constant, Bins = 33 };
        Assert.Equal(options, OptionBinder.Bind<TabularOptions>(JsonValues.ToDictionary(OptionBinder.ToJson(options))));
    }

    [Fact]
    public void Every_algorithm_describes_its_options()
    {
        foreach (Training.AlgorithmSpec algorithm in Training.AlgorithmCatalog.All)
        {
            Assert.All(OptionBinder.Describe(algorithm.OptionsType), option => Assert.NotEmpty(option.Description));
        }
    }

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("1.5", 1.5)]
    [InlineData("true", true)]
    [InlineData("\"x\"", "x")]
    [InlineData("8x8", "8x8")]
    public void Text_of_a_command_line_is_json_or_else_itself(string text, object expected) =>
        Assert.Equal(expected, JsonValues.FromText(text));
}
