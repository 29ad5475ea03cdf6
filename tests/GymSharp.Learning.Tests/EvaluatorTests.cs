using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;

namespace GymSharp.Learning;

public sealed class EvaluatorTests
{
    [Fact]
    public void The_share_of_episodes_that_ended_at_their_goal_is_told_where_infos_say_so()
    {
        using Env env = Gym.Make("CartPole-v1");
        EvaluationResult result = Evaluator.Run(
            new Player([[Step(0), Step(1)], [Step(1), Step(0)], [Step(true, "success")], [Step(1f)]]), env, episodes: 4, seed: 1);
        Assert.Equal(0.75, result.SuccessRate);
        Assert.Equal((1.5, 4), (result.MeanLength, result.Episodes));
        Assert.Equal(0.75, EvaluationJson.Of(result)["success_rate"]!.GetValue<double>());
    }

    [Fact]
    public void Without_goals_nothing_is_said_of_them()
    {
        using Env env = Gym.Make("CartPole-v1");
        PlayedStep step = new(1, Terminated: true, Truncated: false, Info.Empty);
        EvaluationResult result = Evaluator.Run(new Player([[step], [step]]), env, episodes: 2, seed: 1);
        Assert.Null(result.SuccessRate);
        Assert.False(EvaluationJson.Of(result).ContainsKey("success_rate"));
    }

    private static PlayedStep Step(object success, string key = "is_success") =>
        new(-1, false, true, Info.Of(key, success));

    private sealed class Player(PlayedStep[][] episodes) : IAgent, IActor
    {
        private int next;

        public IActor On(Env env) => this;

        public IEnumerable<PlayedStep> Play(ulong? seed = null) => episodes[next++];
    }
}
