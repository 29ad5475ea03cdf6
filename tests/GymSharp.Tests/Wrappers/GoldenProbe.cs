using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>Compares the statistics inside wrappers with the recorded ones.</summary>
internal static class GoldenProbe
{
    public static void Check(JsonNode probe, Env env, string where)
    {
        if (probe["episode_count"] is { } count)
        {
            IReadOnlyCollection<EpisodeStatistics> recent = (IReadOnlyCollection<EpisodeStatistics>)Read(env, "Recent");
            Assert.Equal(count.GetValue<int>(), Read(env, "EpisodeCount"));
            GoldenSpace.AssertEqual(probe["return_queue"]!, recent.Select(episode => episode.Return).ToArray(), where);
            GoldenSpace.AssertEqual(probe["length_queue"]!, recent.Select(episode => episode.Length).ToArray(), where);
            return;
        }

        Assert.Equal(GoldenData.Number(probe["count"]!), Read(env, "Count"));
        Compare(probe["mean"]!, Read(env, "Mean"), where + " mean");
        Compare(probe["var"]!, Read(env, "Variance"), where + " variance");
    }

    // Before the first reward the recorded estimate is an array of one number.
    private static void Compare(JsonNode expected, object actual, string where) =>
        GoldenSpace.AssertEqual(expected is JsonArray { Count: 1 } && actual is double ? expected[0]! : expected, actual, where);

    private static object Read(Env env, string property) => env.GetType().GetProperty(property)!.GetValue(env)!;
}
