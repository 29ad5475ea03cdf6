using GymSharp.Learning.Runs;
using GymSharp.Learning.Views;
using GymSharp.Vector;

namespace GymSharp.Learning.Training;

/// <summary>Keyword arguments of environments among tuned options.</summary>
public sealed class TunedArgumentsTests
{
    private const string Game = "ALE/LaserInvaders-v5";

    [Theory]
    [InlineData("ppo", Game)]
    [InlineData("ppo", "ALE/Wall-v5")]
    [InlineData("dqn", Game)]
    [InlineData("dqn", "ALE/Wall-v5")]
    public void An_agent_of_an_Atari_game_learns_from_small_pictures(string algorithm, string environment)
    {
        RunPlan plan = Plan(algorithm, environment);
        using Env shown = plan.MakeEnv(RenderMode.None);
        IReadOnlyList<int> shape = shown.ObservationSpace.Shape!;
        Assert.Equal(3, shape.Count);
        Assert.True(shape[0] < 100 && shape[1] < 100);
        using VectorEnv envs = plan.MakeVectorEnv(2, 1);
        Assert.Equal(shape, envs.SingleObservationSpace.Shape!);
        Assert.Equal("AtariVectorEnv", envs.GetType().Name);
    }

    [Fact]
    public void Arguments_of_the_training_are_not_those_of_the_evaluation()
    {
        RunPlan plan = Plan("ppo", Game);
        Assert.True((bool)plan.Description.TrainingArguments["episodic_life"]!);
        Assert.False(plan.Description.EnvironmentArguments.ContainsKey("episodic_life"));
        RunDescription read = RunDescription.FromJson(plan.Description.ToJson());
        Assert.Equal(
            plan.Description.TrainingArguments.ToJsonString(), read.TrainingArguments.ToJsonString());
        Assert.Equal(
            plan.Description.EnvironmentArguments.ToJsonString(), read.EnvironmentArguments.ToJsonString());
    }

    [Fact]
    public void What_is_asked_for_holds_in_training_and_evaluation()
    {
        RunPlan plan = Plan("ppo", Game, new("episodic_life", false), new("img_width", 60L));
        Assert.False((bool)plan.Description.EnvironmentArguments["episodic_life"]!);
        Assert.False(plan.Description.TrainingArguments.ContainsKey("episodic_life"));
        using VectorEnv envs = plan.MakeVectorEnv(1, 1);
        Assert.Equal(60, envs.SingleObservationSpace.Shape![1]);
    }

    [Fact]
    public void What_a_training_from_lives_reports_is_of_whole_games()
    {
        using TrainingEnv view = new(Plan("dqn", Game).MakeVectorEnv(2, 1));
        view.Start(3);
        int lives = 0;
        double paid = 0;
        while (view.Episodes < 4)
        {
            view.Step([view.Steps / 7 % 6, view.Steps / 5 % 6]);
            lives += view.Terminated.Count(true);
            paid += Math.Max(0, view.Rewards[0]) + Math.Max(0, view.Rewards[1]);
        }

        LearningReport report = view.Report([]);
        Assert.True(lives >= 3 * view.Episodes, $"{lives} lives in {view.Episodes} games");
        Assert.True(report.EpisodeReturn * 4 > 2 * paid, $"{report.EpisodeReturn} points per game, {paid} hits");
    }

    private static RunPlan Plan(
        string algorithm, string environment, params KeyValuePair<string, object?>[] arguments) => RunPlan.Start(
        new TrainingRequest
        {
            Algorithm = algorithm,
            Environment = environment,
            RunDirectory = "unused",
            EnvironmentArguments = new Dictionary<string, object?>(arguments, StringComparer.Ordinal),
        },
        TimeProvider.System);
}
