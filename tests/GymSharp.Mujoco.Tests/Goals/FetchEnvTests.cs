using GymSharp.Mujoco.Manipulation;
using GymSharp.Spaces;
using GymSharp.Testing;

namespace GymSharp.Mujoco.Tests.Goals;

public sealed class FetchEnvTests
{
    public static TheoryData<FetchKind> Kinds => [.. Enum.GetValues<FetchKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_keeps_the_contract(FetchKind kind) =>
        Assert.All(EnvConformance.Check($"Fetch{kind}-v4", SmallTask.Arguments), result => Assert.Null(result.Problem));

    [Theory]
    [InlineData(FetchKind.Reach, 100)]
    [InlineData(FetchKind.Push, 90)]
    [InlineData(FetchKind.PickAndPlace, 100)]
    public void A_controller_reaches_the_goal(FetchKind kind, int percent)
    {
        const int Episodes = 20;
        using FetchEnv env = new(kind);
        int reached = 0;
        for (ulong seed = 0; seed < Episodes; seed++)
        {
            (DictValue observation, _) = env.Reset(seed);
            Func<DictValue, float[]> controller = env.CreateHeuristic();
            Step<DictValue> step = default;
            for (int i = 0; i < 50; i++)
            {
                step = env.Step(controller(observation));
                observation = step.Observation;
            }

            Assert.Equal(step.Info.Get<float>("is_success") == 1 ? 0 : -1, step.Reward);
            reached += (int)step.Info.Get<float>("is_success");
        }

        Assert.True(100 * reached >= percent * Episodes, $"{reached} of {Episodes}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rewards_follow_from_the_goals(FetchKind kind)
    {
        using FetchEnv sparse = new(kind);
        using FetchEnv dense = new(kind, new FetchOptions { Reward = GoalReward.Dense });
        sparse.Reset(seed: 5);
        dense.Reset(seed: 5);
        for (int i = 0; i < 5; i++)
        {
            Step<DictValue> one = sparse.Step([0.5f, -1, 0.2f, 1]);
            Step<DictValue> other = dense.Step([0.5f, -1, 0.2f, 1]);
            Assert.Equal(one.Observation, other.Observation);
            double[] achieved = one.Observation.Get<double[]>(IGoalEnv.AchievedGoalKey);
            double[] desired = one.Observation.Get<double[]>(IGoalEnv.DesiredGoalKey);
            Assert.Equal(one.Reward, sparse.ComputeReward(achieved, desired));
            Assert.Equal(other.Reward, dense.ComputeReward(achieved, desired));
            Assert.Equal(0, sparse.ComputeReward(achieved, achieved));
            Assert.False(one.Terminated);
        }
    }

    [Fact]
    public void A_goal_is_reached_within_five_centimetres()
    {
        using FetchEnv env = new(FetchKind.Reach);
        Assert.Equal(0, env.ComputeReward([1, 1, 1], [1, 1, 1.0499]));
        Assert.Equal(-1, env.ComputeReward([1, 1, 1], [1, 1, 1.0501]));
        Assert.True(env.IsSuccess([1, 1, 1], [1, 1.0499, 1]));
        Assert.False(env.IsSuccess([1, 1, 1], [1, 1.0501, 1]));
        Assert.False(env.ComputeTerminated([1, 1, 1], [1, 1, 1]));
        using FetchEnv dense = new(FetchKind.Reach, new FetchOptions { Reward = GoalReward.Dense });
        Assert.Equal(-0.5, dense.ComputeReward([0, 0, 0], [0.3, 0, 0.4]), 1e-15);
    }

    [Fact]
    public void Many_rewards_are_as_many_single_ones()
    {
        using FetchEnv fetch = new(FetchKind.Reach, new FetchOptions { Reward = GoalReward.Dense });
        IGoalEnv env = fetch;
        double[] rewards = new double[2];
        env.ComputeRewards([0, 0, 0, 1, 1, 1], [0, 0, 2, 1, 0, 1], rewards);
        Assert.Equal([-2, -1], rewards);
        ArgumentException error = Assert.Throws<ArgumentException>(() => env.ComputeRewards([0, 0, 0], [0, 0], rewards));
        Assert.Contains("6 numbers", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_goes_on_from_a_saved_state_as_if_nothing_had_been(FetchKind kind)
    {
        using FetchEnv env = new(kind);
        env.Reset(seed: 7);
        Walk(env, 6);
        byte[] state = env.SaveState();
        string expected = Walk(env, 8) + env.Reset().Observation;
        using FetchEnv other = new(kind);
        other.RestoreState(state);
        Assert.Equal(expected, Walk(other, 8) + other.Reset().Observation);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_episode(FetchKind kind)
    {
        using FetchEnv one = new(kind);
        using FetchEnv other = new(kind);
        one.Reset(seed: 1);
        Walk(one, 10);
        Assert.Equal(one.Reset(seed: 2).Observation, other.Reset(seed: 2).Observation);
        Assert.Equal(Walk(one, 10), Walk(other, 10));
        Assert.NotEqual(one.Reset(seed: 2).Observation, one.Reset(seed: 3).Observation);
    }

    [Theory]
    [InlineData(FetchKind.Push, 0)]
    [InlineData(FetchKind.Slide, 0.4)]
    [InlineData(FetchKind.PickAndPlace, 0)]
    public void Objects_and_goals_start_where_they_may(FetchKind kind, double offset)
    {
        using FetchEnv env = new(kind);
        double reach = kind == FetchKind.Slide ? 0.3 : 0.15;
        int above = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            DictValue observation = env.Reset(seed).Observation;
            double[] seen = observation.Get<double[]>(IGoalEnv.ObservationKey);
            double[] goal = observation.Get<double[]>(IGoalEnv.DesiredGoalKey);
            double aside = Math.Sqrt((seen[6] * seen[6]) + (seen[7] * seen[7]));
            Assert.InRange(aside, 0.0999, 0.22);
            Assert.InRange(goal[0] - seen[0], offset - reach - 0.01, offset + reach + 0.01);
            Assert.InRange(goal[1] - seen[1], -reach - 0.01, reach + 0.01);
            Assert.InRange(goal[2], 0.41, 0.9);
            above += goal[2] > 0.43 ? 1 : 0;
        }

        Assert.InRange(above, kind == FetchKind.PickAndPlace ? 8 : 0, kind == FetchKind.PickAndPlace ? 32 : 0);
    }

    [Fact]
    public void Spaces_are_as_published()
    {
        using FetchEnv reach = new(FetchKind.Reach);
        using FetchEnv push = new(FetchKind.Push);
        Assert.Equal(
            "Dict('achieved_goal': Box(-inf, inf, (3,), float64), 'desired_goal': Box(-inf, inf, (3,), float64), "
            + "'observation': Box(-inf, inf, (10,), float64))",
            reach.ObservationSpace.ToString());
        Assert.Contains("(25,)", push.ObservationSpace.ToString(), StringComparison.Ordinal);
        Assert.Equal("Box(-1.0, 1.0, (4,), float32)", push.ActionSpace.ToString());
        Assert.Equal(25, push.Metadata.RenderFps);
    }

    [Fact]
    public void What_is_no_action_is_refused_and_changes_nothing()
    {
        using FetchEnv env = new(FetchKind.Reach);
        Assert.Throws<ResetNeededException>(() => env.Step([0, 0, 0, 0]));
        env.Reset(seed: 1);
        byte[] before = env.SaveState();
        Assert.Throws<InvalidActionException>(() => env.Step([0, 0, 0]));
        Assert.Throws<InvalidActionException>(() => env.Step([0, 0, float.NaN, 0]));
        Assert.Equal(before, env.SaveState());
    }

    [Fact]
    public void The_goal_is_seen_in_pictures()
    {
        using FetchEnv env = new(FetchKind.Reach, new FetchOptions
        {
            RenderMode = RenderMode.RgbArray,
            View = new FetchOptions().View with { Renderer = Mujoco.Rendering.RendererKind.Canvas },
        });
        env.Reset(seed: 1);
        byte[] pixels = env.Render()!.Pixels;
        int red = pixels.Chunk(3).Count(pixel => pixel[0] > 150 && pixel[1] < 90 && pixel[2] < 90);
        Assert.InRange(red, 20, 2000);
    }

    private static string Walk(FetchEnv env, int steps)
    {
        string text = "";
        for (int i = 0; i < steps; i++)
        {
            Step<DictValue> step = env.Step([MathF.Sin(i), MathF.Cos(i), -0.5f, i % 2 == 0 ? 1 : -1]);
            text += string.Join(' ', step.Observation.Get<double[]>(IGoalEnv.ObservationKey)) + step.Reward;
        }

        return text;
    }
}
