using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>Inverse maps and tables of the recordings.</summary>
public sealed class WrapperExtrasTests
{
    private static readonly JsonNode Extras = GoldenData.Load("wrappers/extras");

    [Fact]
    public void Bins_of_observations_have_the_recorded_bounds()
    {
        DiscretizeObservation<float, float[]> env = new(Env(new Box<float>([-1, -1, -8], [1, 1, 8])), 3, 4, 5);
        MultiDiscretizeObservation<float, float[]> multi = new(Env(new Box<float>([-1, -1, -8], [1, 1, 8])), 3, 4, 5);
        JsonArray recorded = Extras["DiscretizeObservation_revert_pendulum_3_4_5"]!.AsArray();
        Assert.Equal(60, recorded.Count);
        Assert.All(recorded, entry =>
        {
            int index = entry!["index"]!.GetValue<int>();
            (float[] low, float[] high) = env.RevertObservation(index);
            GoldenSpace.AssertEqual(entry["low"]!, low, "low");
            GoldenSpace.AssertEqual(entry["high"]!, high, "high");
            (float[] multiLow, float[] multiHigh) = multi.RevertObservation([index / 20, index / 5 % 4, index % 5]);
            Assert.Equal(low, multiLow);
            Assert.Equal(high, multiHigh);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => env.RevertObservation(60));
        Assert.Throws<ArgumentOutOfRangeException>(() => multi.RevertObservation([3, 0, 0]));
    }

    [Fact]
    public void Bin_edges_of_observations_are_the_recorded_ones()
    {
        MultiDiscretizeObservation<float, float[]> env = new(Env(new Box<float>([-1, -1, -8], [1, 1, 8])), 3, 4, 5);
        JsonArray edges = Extras["DiscretizeObservation_bin_edges_pendulum_3_4_5"]!.AsArray();
        for (int i = 0; i < 3; i++)
        {
            for (int bin = 1; bin <= edges[i]!.AsArray().Count; bin++)
            {
                long[] index = [0, 0, 0];
                index[i] = bin;
                Assert.Equal(GoldenData.Number(edges[i]![bin - 1]!), env.RevertObservation(index).Low[i]);
            }
        }
    }

    [Fact]
    public void Bins_of_actions_have_the_recorded_centres()
    {
        List<float[]> taken = [];
        DiscretizeAction<float[], float> env = new(Actions(taken), 3, 4);
        env.Reset();
        JsonArray recorded = Extras["DiscretizeAction_forward_3_4"]!.AsArray();
        Assert.Equal(12, recorded.Count);
        foreach (JsonNode? entry in recorded)
        {
            env.Step(entry!["index"]!.GetValue<int>());
            GoldenSpace.AssertEqual(entry["action"]!, taken[^1], "action");
        }
    }

    [Fact]
    public void Actions_revert_to_the_recorded_bins()
    {
        DiscretizeAction<float[], float> env = new(Actions([]), 3, 4);
        MultiDiscretizeAction<float[], float> multi = new(Actions([]), 3, 4);
        Assert.All(Extras["DiscretizeAction_revert_3_4"]!.AsArray(), entry =>
        {
            float[] action = [.. entry!["action"]!.AsArray().Select(x => (float)GoldenData.Number(x!))];
            int index = entry["index"]!.GetValue<int>();
            Assert.Equal(index, env.RevertAction(action));
            Assert.Equal([index / 4, index % 4], multi.RevertAction(action));
        });
    }

    [Fact]
    public void Corners_are_rescaled_to_the_recorded_values()
    {
        Box<float> space = new([-1.2f, -0.07f], [0.6f, 0.07f]);
        foreach (JsonNode? entry in Extras["RescaleObservation_mountaincar_-1_1"]!.AsArray())
        {
            ScriptedResult[] script =
                [new(GoldenSpace.Value(space, entry!["in"]!)) { IsReset = true }];
            RescaleObservation<float, int> env = new(new ScriptedEnv<float[], int>(space, new Discrete(3), script), -1.0, 1.0);
            GoldenSpace.AssertEqual(entry["out"]!, env.Reset().Observation, "corner");
        }
    }

    private static ScriptedEnv<float[], float[]> Env(Space<float[]> observations) => new(observations, Scripts.Torque, []);

    private static TransformAction<float[], float[], float[]> Actions(List<float[]> taken)
    {
        ScriptedEnv<float[], float[]> env = new(
            Scripts.Unit,
            new Box<float>([-1.0f, 0.0f], [3.0f, 0.5f]),
            Scripts.Results(1, 20, _ => new float[3]));
        return env.TransformAction(action =>
        {
            taken.Add((float[])action.Clone());
            return action;
        });
    }
}
