using GymSharp.Neural;
using GymSharp.Neural.Serialization;

namespace GymSharp.Learning.Training;

/// <summary>The safetensors files beside the checkpoints.</summary>
public sealed class WeightFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Weights_lie_beside_the_checkpoints_that_are_kept_and_are_the_learners()
    {
        TrainingRequest request = new()
        {
            Algorithm = "ppo",
            Environment = "CartPole-v1",
            Steps = 600,
            CheckpointEvery = 100,
            EvaluateEvery = 300,
            EvaluationEpisodes = 2,
            Options = new Dictionary<string, object?>
            {
                ["envs"] = 2L,
                ["steps_per_update"] = 50L,
                ["batch_size"] = 50L,
                ["epochs"] = 1L,
                ["hidden"] = new object?[] { 8L },
            },
            RunDirectory = folder["run"],
            Threads = 1,
            Video = false,
        };
        new TrainingRun(request, new Witness(), TimeProvider.System).Execute();
        string[] files = [.. Directory.GetFiles(folder["run/checkpoints"]).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "best.checkpoint", "best.policy.safetensors",
                "step-000000000500.checkpoint", "step-000000000500.policy.safetensors",
                "step-000000000600.checkpoint", "step-000000000600.policy.safetensors",
            ],
            files);
        using ILearner learner = RunPlan.Load(folder["run"]).LoadLearner(SavedAgent.Last);
        ParameterSet set = ((IHasNetworks)learner).Networks["policy"];
        float[] expected = set.Values.ToArray();
        set.Values.Clear();
        SafeTensorsFile file = SafeTensorsFile.Open(
            File.ReadAllBytes(folder["run/checkpoints/step-000000000600.policy.safetensors"]));
        SafeTensors.Read(file, set);
        Assert.Equal(expected, set.Values.ToArray());
        Assert.Equal("600", file.Metadata["step"]);
    }
}
