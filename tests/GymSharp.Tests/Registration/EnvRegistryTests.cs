namespace GymSharp.Registration;

public sealed class EnvRegistryTests
{
    private readonly EnvRegistry registry = new();

    public EnvRegistryTests()
    {
        foreach (string id in (string[])["Lake-v0", "Lake-v1", "games/Chess-v3", "Plain"])
        {
            registry.Register(new EnvSpec(id, _ => throw new InvalidOperationException()));
        }
    }

    [Theory]
    [InlineData("A-v0", null, "A", 0)]
    [InlineData("ns/A-v12", "ns", "A", 12)]
    [InlineData("A", null, "A", null)]
    [InlineData("MinAtar/SpaceInvaders-v1", "MinAtar", "SpaceInvaders", 1)]
    [InlineData("CartPole-v1-", null, "CartPole-v1-", null)]
    public void Ids_are_taken_apart(string id, string? space, string name, int? version)
    {
        EnvId parsed = EnvId.Parse(id);
        Assert.Equal(new EnvId(space, name, version), parsed);
        Assert.Equal(id, parsed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("bad id")]
    [InlineData("a/b/c-v1")]
    public void Malformed_ids_are_refused(string id)
    {
        MalformedEnvIdException error = Assert.Throws<MalformedEnvIdException>(() => registry.Find(id));
        Assert.StartsWith($"Malformed environment ID: {id}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_without_version_is_the_latest()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            Assert.Equal("Lake-v1", registry.Find("Lake").Id);
        }

        Assert.Equal(
            "Using the latest versioned environment `Lake-v1` instead of the unversioned environment `Lake`.", Assert.Single(warnings));
    }

    [Fact]
    public void An_outdated_id_warns()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            Assert.Equal("Lake-v0", registry.Find("Lake-v0").Id);
        }

        Assert.Equal(
            "The environment Lake-v0 is out of date. You should consider upgrading to version `v1`.", Assert.Single(warnings));
    }

    [Fact]
    public void What_is_missing_is_said_as_gymnasium_says_it()
    {
        using IDisposable quiet = GymLog.Capture(_ => { });
        Assert.Equal(
            "Environment version `v7` for environment `Lake` doesn't exist. It provides versioned environments: [ `v0`, `v1` ].",
            Assert.Throws<VersionNotFoundException>(() => registry.Find("Lake-v7")).Message);
        Assert.Equal(
            "Environment version v1 for `games/Chess` is deprecated. Please use `games/Chess-v3` instead.",
            Assert.Throws<DeprecatedEnvException>(() => registry.Find("games/Chess-v1")).Message);
        Assert.Equal(
            "Environment `Lak` doesn't exist. Did you mean: `Lake`?",
            Assert.Throws<NameNotFoundException>(() => registry.Find("Lak-v1")).Message);
        Assert.Equal(
            "Environment `Zzz` doesn't exist in namespace games.",
            Assert.Throws<NameNotFoundException>(() => registry.Find("games/Zzz-v1")).Message);
        Assert.Equal(
            "Namespace game not found. Did you mean: `games`?",
            Assert.Throws<NamespaceNotFoundException>(() => registry.Find("game/Chess-v3")).Message);
        Assert.Equal(
            "Namespace ALE not found. Have you installed the proper package for ALE?",
            Assert.Throws<NamespaceNotFoundException>(() => registry.Find("ALE/Pong-v5")).Message);
    }

    [Fact]
    public void Versioned_and_unversioned_names_do_not_mix()
    {
        Assert.Throws<ArgumentException>(() => registry.Register(new EnvSpec("Lake", _ => throw new InvalidOperationException())));
        Assert.Throws<ArgumentException>(() => registry.Register(new EnvSpec("Plain-v1", _ => throw new InvalidOperationException())));
    }

    [Fact]
    public void Registering_twice_replaces_and_warns()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            registry.Register(new EnvSpec("Lake-v1", _ => throw new InvalidOperationException()) { MaxEpisodeSteps = 5 });
        }

        Assert.Equal(5, registry.Find("Lake-v1").MaxEpisodeSteps);
        Assert.Contains("Overriding environment Lake-v1", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_on_this_machine_is_said_when_made()
    {
        EnvSpec spec = new("Rom-v0", _ => throw new InvalidOperationException()) { Needs = () => "pong.bin is missing; run `gymsharp roms import`" };
        EnvUnavailableException error = Assert.Throws<EnvUnavailableException>(() => Gym.Make(spec));
        Assert.Contains("roms import", error.Message, StringComparison.Ordinal);
    }
}
