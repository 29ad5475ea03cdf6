using System.Text.Json.Nodes;
using GymSharp.Golden;

namespace GymSharp.Tests.Wrappers;

/// <summary>Every wrapper recording, exactly.</summary>
public sealed class GoldenWrapperTests
{
    public static TheoryData<string> Recordings() =>
        [.. GoldenData.Names("wrappers").Where(name => name != "wrappers/extras")];

    [Fact]
    public void There_are_recordings() => Assert.True(Recordings().Count >= 90);

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recordings_are_reproduced_exactly(string name) => Play(name, ReplayMode.Plain);

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Observations_are_the_same_in_memory_of_the_caller(string name) => Play(name, ReplayMode.ReuseMemory);

    [Theory]
    [MemberData(nameof(Recordings))]
    public void A_restored_environment_goes_on_as_recorded(string name) => Play(name, ReplayMode.RestoreOften);

    private static void Play(string name, ReplayMode mode)
    {
        JsonNode recording = GoldenData.Load(name);
        Assert.All(recording["runs"]!.AsArray(), run => new GoldenReplay(recording, run!, mode).Play());
    }
}
