using GymSharp.Learning.Evaluation;

namespace GymSharp.Learning.Training;

public sealed class EpisodeLimitTests
{
    [Fact]
    public void A_run_whose_time_limit_was_left_out_still_ends_its_episodes()
    {
        const int Left = 0;
        RunPlan plan = RunPlan.Start(
            new TrainingRequest
            {
                Algorithm = "random",
                Environment = "FrozenLake-v1",
                EnvironmentArguments = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["max_episode_steps"] = -1L,
                    ["is_slippery"] = false,
                },
            },
            TimeProvider.System);
        using Env<int, int> env = (Env<int, int>)plan.MakeEnv(RenderMode.None);
        env.Reset(seed: 1);
        int steps = 1;
        while (!env.Step(Left).Done)
        {
            steps++;
        }

        Assert.Equal(Evaluator.StepLimit, steps);
    }
}
