namespace GymSharp;

public sealed class InfoTests
{
    [Fact]
    public void With_adds_and_replaces_without_changing_the_original()
    {
        Info first = Info.Of("a", 1);
        Info second = first.With("b", 2).With("a", 3);
        Assert.Equal(1, first["a"]);
        Assert.Equal(["a", "b"], second.Keys);
        Assert.Equal(3, second.Get<int>("a"));
        Assert.Empty(Info.Empty);
    }

    [Fact]
    public void A_missing_key_lists_those_there_are()
    {
        KeyNotFoundException error = Assert.Throws<KeyNotFoundException>(() => Info.Of("prob", 1.0)["action_mask"]);
        Assert.Contains("It has: prob", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_type_names_both()
    {
        InvalidCastException error = Assert.Throws<InvalidCastException>(() => Info.Of("prob", 1.0).Get<int>("prob"));
        Assert.Contains("Double, not a Int32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_given_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Info(new("a", 1), new("a", 2)));
}
