namespace GymSharp.Learning.PolicyGradient;

public sealed class RecurrentPpoOptionsTests
{
    [Fact]
    public void What_it_cannot_do_is_refused()
    {
        RecurrentPpoOptions options = new();
        Assert.Empty(options.Errors());
        Assert.Contains("'gsde'", Refusal(options with { Gsde = true }), StringComparison.Ordinal);
        Assert.Contains("'mirror'", Refusal(options with { Mirror = true }), StringComparison.Ordinal);
        Assert.Contains("'convolutions'", Refusal(options with { Convolutions = true }), StringComparison.Ordinal);
        Assert.Contains("'shared_network'", Refusal(options with { SharedNetwork = true }), StringComparison.Ordinal);
    }

    private static string Refusal(RecurrentPpoOptions options) => Assert.Single(options.Errors());
}
