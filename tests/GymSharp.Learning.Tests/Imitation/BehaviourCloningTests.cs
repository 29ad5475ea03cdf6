using GymSharp.Learning.Evaluation;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Training;
using GymSharp.Learning.Views;

namespace GymSharp.Learning.Imitation;

public sealed class BehaviourCloningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_rule_that_was_recorded_is_learned()
    {
        string path = Record(episodes: 5);
        using BehaviourCloning learner = new(
            Batches.Make("CartPole-v1", 1),
            new BehaviourCloningOptions { Data = path, BatchSize = 32, LearningRate = 0.003 },
            new LearnerSetup(1, 100_000));
        using Env env = Gym.Make("CartPole-v1");
        double before = Evaluator.Run(learner.Agent, env, 3, 1).MeanReturn;
        LearningReport last = default;
        foreach (LearningReport report in learner.Learn())
        {
            last = report;
            if (report.Steps > 40_000)
            {
                break;
            }
        }

        Assert.True(last.Metrics[0].Value < 0.2, $"{last.Metrics[0]}");
        Assert.InRange(Evaluator.Run(learner.Agent, env, 3, 1).MeanReturn, 3 * before, 500);
    }

    [Theory]
    [InlineData("", "has no steps")]
    [InlineData("{", "line 1")]
    [InlineData("{\"reset\": true, \"observation\": [1, 2]}", "line 1")]
    [InlineData("{\"observation\": [0, 0, 0, 0]}\n{\"action\": 5, \"observation\": [0, 0, 0, 0]}", "line 2")]
    public void A_file_that_is_no_recording_is_refused(string text, string expected)
    {
        string path = folder["data.jsonl"];
        File.WriteAllText(path, text);
        using TrainingEnv env = Batches.Make("CartPole-v1", 1);
        Assert.Contains(
            expected,
            Assert.Throws<FormatException>(() => Demonstrations.Read(path, env)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Each_action_belongs_to_the_observation_before_it()
    {
        string path = folder["data.jsonl"];
        File.WriteAllText(
            path,
            """
            {"reset": true, "observation": [0.1, 0, 0, 0], "info": {}}
            {"action": 1, "observation": [0.2, 0, 0, 0], "reward": 1, "terminated": false, "truncated": false}
            {"action": 0, "observation": [0.3, 0, 0, 0], "reward": 1, "terminated": true, "truncated": false}
            {"reset": true, "observation": [0.4, 0, 0, 0], "info": {}}
            {"action": 1, "observation": [0.5, 0, 0, 0], "reward": 1, "terminated": false, "truncated": false}
            """);
        using TrainingEnv env = Batches.Make("CartPole-v1", 1);
        (float[] observations, float[] actions) = Demonstrations.Read(path, env);
        Assert.Equal([0.1f, 0.2f, 0.4f], observations.Where((_, i) => i % 4 == 0));
        Assert.Equal([1, 0, 1], actions);
    }

    // Pushes towards the side to which the pole leans and turns, which balances it for a while.
    private string Record(int episodes)
    {
        string path = folder["recorded.jsonl"];
        using StreamWriter writer = new(path);
        using Env<float[], int> env = Gym.Make<float[], int>("CartPole-v1");
        for (int episode = 0; episode < episodes; episode++)
        {
            float[] seen = env.Reset(episode == 0 ? 3UL : null).Observation;
            writer.WriteLine($$"""{"reset": true, "observation": {{Json(seen)}}}""");
            for (bool isDone = false; !isDone;)
            {
                int action = seen[2] + seen[3] > 0 ? 1 : 0;
                Step<float[]> step = env.Step(action);
                seen = step.Observation;
                isDone = step.Done;
                string ends = $"\"terminated\": {Word(step.Terminated)}, \"truncated\": {Word(step.Truncated)}";
                writer.WriteLine($$"""{"action": {{action}}, "observation": {{Json(seen)}}, {{ends}}}""");
            }
        }

        return path;
    }

    private static string Json(float[] values) => System.Text.Json.JsonSerializer.Serialize(values);

    private static string Word(bool value) => value ? "true" : "false";
}
