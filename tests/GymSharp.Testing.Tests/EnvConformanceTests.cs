namespace GymSharp.Testing;

/// <summary>Each rule of the kit can fail.</summary>
public sealed class EnvConformanceTests
{
    [Theory]
    [InlineData(Fault.OutsideTheSpace, "observations lie in the observation space")]
    [InlineData(Fault.InfiniteReward, "rewards are finite")]
    [InlineData(Fault.IgnoresSeed, "the same seed gives the same episodes")]
    [InlineData(Fault.IgnoresSeed, "a reset with a seed forgets what was before")]
    [InlineData(Fault.DependsOnInstance, "the same seed gives the same episodes")]
    [InlineData(Fault.MisusesMemory, "an array that may be reused changes no number")]
    [InlineData(Fault.StepsBeforeReset, "a step before the first reset is refused")]
    [InlineData(Fault.AcceptsAnyAction, "an action outside the action space is refused and changes nothing")]
    [InlineData(Fault.RefusesTooLate, "an action outside the action space is refused and changes nothing")]
    [InlineData(Fault.ForgetsGenerator, "a saved state goes on identically")]
    [InlineData(Fault.ForgetsGenerator, "a saved state goes on identically in another environment")]
    [InlineData(Fault.PictureGrows, "pictures have one size, texts are not empty")]
    [InlineData(Fault.RenderingDraws, "rendering changes nothing")]
    public void A_broken_rule_is_found(Fault fault, string rule)
    {
        ConformanceResult result = EnvConformance.Check(() => new BrokenEnv(fault)).Single(result => result.Rule == rule);
        Assert.NotNull(result.Problem);
        Assert.NotEmpty(result.Problem);
    }

    [Fact]
    public void A_sound_environment_breaks_none() =>
        Assert.All(EnvConformance.Check(() => new BrokenEnv(Fault.None)), result => Assert.Null(result.Problem));
}
