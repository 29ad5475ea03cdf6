namespace GymSharp.Learning.Options;

public sealed class OptionKindTests
{
    [Theory]
    [InlineData("[128,64,32]", new[] { 128, 64, 32 })]
    [InlineData("128,64", new[] { 128, 64 })]
    [InlineData("256", new[] { 256 })]
    [InlineData("[]", new int[0])]
    public void A_list_is_written_with_or_without_brackets(string text, int[] expected) =>
        Assert.Equal(expected, Bind(("hidden", JsonValues.FromText(text))).Hidden);

    [Fact]
    public void Every_kind_survives_json()
    {
        KindOptions options = new()
        {
            Hidden = [],
            Betas = [0.5, 1, 1.0 / 3],
            LearningRate = OptionSchedule.Piecewise((0, 1), (0.25, 1.0 / 3), (1, 1e-9)),
            TargetKl = 0.015,
            Network = "cnn",
        };
        System.Text.Json.Nodes.JsonObject json = OptionBinder.ToJson(options);
        KindOptions read = OptionBinder.Bind<KindOptions>(
            JsonValues.ToDictionary(System.Text.Json.Nodes.JsonNode.Parse(json.ToJsonString())!.AsObject()));
        Assert.Equal(options.Hidden, read.Hidden);
        Assert.Equal(options.Betas, read.Betas);
        Assert.Equal(options, read with { Hidden = options.Hidden, Betas = options.Betas });
    }

    [Fact]
    public void Null_goes_only_where_nothing_may_stand()
    {
        Assert.Null(Bind(("target_kl", null), ("remark", null)).TargetKl);
        Assert.Contains("'batch_size' must be a whole number", Error(("batch_size", null)), StringComparison.Ordinal);
        Assert.Contains("'learning_rate' must be a number or a schedule", Error(("learning_rate", null)), StringComparison.Ordinal);
        Assert.Contains("'hidden' must be a list", Error(("hidden", null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_single_options_and_between_options_come_together()
    {
        string error = Error(
            ("hidden", new object?[] { 64L, 0L }),
            ("betas", "x,1"),
            ("learning_rate", "linear:2:0.5"),
            ("envs", 0L),
            ("steps_per_update", 2L));
        Assert.Contains("'hidden' must be at least 1 and at most 4096, got [64,0]", error, StringComparison.Ordinal);
        Assert.Contains("'betas' must be a list of numbers, for example [0.5,1], got 'x,1'", error, StringComparison.Ordinal);
        Assert.Contains("'learning_rate' must be above 0 and at most 1, got linear:2:0.5", error, StringComparison.Ordinal);
        Assert.Contains("'envs' must be at least 1, got 0", error, StringComparison.Ordinal);
        Assert.Contains("'batch_size' is 64, more than", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_refused()
    {
        Assert.Contains("'envs' must be a whole number, got '[1,2]'", Error(("envs", new object?[] { 1L, 2L })), StringComparison.Ordinal);
        Assert.Contains(
            "'envs' must be between -2147483648 and 2147483647, got '1000000000000'",
            Error(("envs", "1000000000000")),
            StringComparison.Ordinal);
        Assert.Contains("'hidden' must be a list of whole numbers", Error(("hidden", "big")), StringComparison.Ordinal);
        Assert.Contains("piecewise:PART=VALUE", Error(("learning_rate", "sinus:1")), StringComparison.Ordinal);
    }

    private static KindOptions Bind(params (string Name, object? Value)[] values) =>
        OptionBinder.Bind<KindOptions>(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    private static string Error(params (string Name, object? Value)[] values) =>
        Assert.Throws<ArgumentException>(() => Bind(values)).Message;
}
