using GymSharp.Registration;

namespace GymSharp;

public sealed class NamedValuesTests
{
    private enum Colour
    {
        Red,
        Green,
    }

    [Fact]
    public void Numbers_convert_where_nothing_is_lost()
    {
        EnvArguments arguments = new() { ["a"] = 3L, ["b"] = 2.0, ["c"] = 5, ["d"] = new object?[] { 1L, 2.5 } };
        Assert.Equal(3, arguments.Get("a", 0));
        Assert.Equal(2, arguments.Get("b", 0));
        Assert.Equal(5.0, arguments.Get("c", 0.0));
        Assert.Equal([1.0, 2.5], arguments.Get<double[]>("d", []));
        Assert.Equal(9, arguments.Get("missing", 9));
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData("2")]
    [InlineData(true)]
    [InlineData(1e20)]
    public void What_would_lose_something_is_refused(object value)
    {
        EnvArguments arguments = new() { ["steps"] = value };
        ArgumentException error = Assert.Throws<ArgumentException>(() => arguments.Get("steps", 1));
        Assert.Contains("'steps' must be a whole number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_are_read_by_name_and_listed_when_wrong()
    {
        Assert.Equal(Colour.Green, new EnvArguments { ["c"] = "green" }.Get("c", Colour.Red));
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new EnvArguments { ["c"] = "blue" }.Get("c", Colour.Red));
        Assert.Contains("Red, Green", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_nobody_asked_for_is_refused_with_the_nearest()
    {
        EnvArguments arguments = new() { ["is_slipery"] = true };
        arguments.Get("is_slippery", false);
        ArgumentException error = Assert.Throws<ArgumentException>(() => arguments.ExpectAllAsked("FrozenLake-v1"));
        Assert.Contains("FrozenLake-v1 has no argument 'is_slipery'. Did you mean 'is_slippery'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_value_replaces_an_earlier_one_in_its_place()
    {
        ResetOptions options = new() { ["low"] = 1, ["high"] = 2 };
        options["low"] = 3;
        Assert.Equal(["low", "high"], options.Select(option => option.Key));
        Assert.Equal(3, options["low"]);
    }
}
