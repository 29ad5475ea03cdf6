namespace GymSharp.Learning.Evolution;

public sealed class EvolutionTests
{
    [Fact]
    public void Ranks_go_from_minus_one_half_to_one_half()
    {
        double[] ranks = new double[5];
        RankShaping.Apply([3, -1e9, 7, 3, 1e9], ranks);
        Assert.Equal([-0.125, -0.5, 0.25, -0.125, 0.5], ranks);
    }

    [Fact]
    public void Equal_returns_say_nothing()
    {
        double[] ranks = new double[4];
        RankShaping.Apply([2, 2, 2, 2], ranks);
        Assert.All(ranks, rank => Assert.Equal(0, rank));
    }

    [Fact]
    public void An_odd_population_is_refused() => Assert.Contains(
        "population",
        Assert.Single(new EvolutionStrategyOptions { Population = 7 }.Errors()),
        StringComparison.Ordinal);
}
