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

    [Fact]
    public void Numbers_in_a_row_are_read_by_name()
    {
        InfoNumbers numbers = new(("x", null), ("tendons", 2), ("reward", null));
        double[] row = [1, 2, 3, 4];
        row.CopyTo(numbers.Values);
        Info kept = numbers.Snapshot();
        Assert.Equal(["x", "tendons", "reward"], kept.Keys);
        Assert.Equal(1.0, kept["x"]);
        Assert.Equal([2, 3], kept.Get<double[]>("tendons"));
        Assert.False(kept.TryGetValue("y", out _));

        numbers.Values.Clear();
        Assert.Equal(4.0, kept["reward"]);
        Assert.Equal(0.0, numbers.Live["reward"]);
    }

    [Fact]
    public void A_copy_of_a_live_info_keeps_its_values()
    {
        InfoNumbers numbers = new(("x", null));
        numbers.Values[0] = 5;
        Info added = numbers.Live.With("y", 6.0);
        Info joined = Info.Empty.With(numbers.Live);
        numbers.Values[0] = 7;
        Assert.Equal(5.0, added["x"]);
        Assert.Equal(6.0, added["y"]);
        Assert.Equal(5.0, joined["x"]);
        Assert.Equal(7.0, numbers.Live["x"]);
    }

    [Fact]
    public void A_row_with_a_key_twice_or_without_keys() => Assert.Multiple(
        () => Assert.Throws<ArgumentException>(() => new InfoNumbers(("a", null), ("a", 2))),
        () => Assert.Same(Info.Empty, new InfoNumbers().Live));
}
