using GymSharp.Registration;

namespace GymSharp.Testing;

/// <summary>Every registered environment keeps every rule of the contract.</summary>
public sealed class RegisteredEnvironmentTests
{
    // The many ids of an Atari cartridge differ in frames per step and what is shown; the newest stands for them here,
    // since its episodes are long.
    private static readonly string[] Cartridges = ["LaserInvaders", "Wall"];

    public static TheoryData<string> Ids =>
    [
        .. Gym.Registry.Specs
            .Where(spec => spec.NeedsByDefault() is null)
            .Select(spec => spec.Id)
            .Where(id => !Cartridges.Any(name => id.Contains(name, StringComparison.Ordinal)) || id == "ALE/Wall-v5"
                || id == "ALE/LaserInvaders-v5"),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_keeps_the_contract(string id)
    {
        using IDisposable quiet = GymLog.Capture(_ => { });
        string[] problems = [.. EnvConformance.Check(id).Where(result => result.Problem is not null)
            .Select(result => $"{result.Rule}: {result.Problem}")];
        Assert.True(problems.Length == 0, string.Join(Environment.NewLine, problems));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_refuses_an_unknown_argument(string id)
    {
        using IDisposable quiet = GymLog.Capture(_ => { });
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { ["no_such_argument"] = 1 } };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make(id, options));
        Assert.Contains("no_such_argument", error.Message, StringComparison.Ordinal);
        Assert.Contains("accepts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_environments() => Assert.True(Ids.Count >= 20, $"only {Ids.Count} are registered");
}
