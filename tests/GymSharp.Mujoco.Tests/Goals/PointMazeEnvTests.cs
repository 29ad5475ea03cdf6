using GymSharp.Mujoco.Mazes;
using GymSharp.Registration;
using GymSharp.Spaces;
using GymSharp.Testing;

namespace GymSharp.Mujoco.Tests.Goals;

public sealed class PointMazeEnvTests
{
    private static readonly MazeMap Corridor = MazeMap.Parse("11111", "1r0g1", "11111");

    public static TheoryData<string> Ids => [.. Registry().Specs.Select(spec => spec.Id)];

    [Fact]
    public void The_ids_are_the_published_ones()
    {
        string[] ids = [.. Registry().Specs.Select(spec => spec.Id)];
        Assert.Equal(20, ids.Length);
        Assert.Contains("PointMaze_UMaze-v3", ids);
        Assert.Contains("PointMaze_Large_Diverse_GRDense-v3", ids);
    }

    [Theory]
    [InlineData("PointMaze_UMaze-v3")]
    [InlineData("PointMaze_Open_Diverse_GDense-v3")]
    public void It_keeps_the_contract(string id) =>
        Assert.All(EnvConformance.Check(id, SmallTask.Arguments), result => Assert.Null(result.Problem));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_controller_finds_through_the_maze(string id)
    {
        using Env env = Gym.Make(Registry().Find(id));
        PointMazeEnv maze = (PointMazeEnv)env.Unwrapped;
        (DictValue observation, Info info) = maze.Reset(seed: 4);
        Assert.False(info.Get<bool>("success"));
        Func<DictValue, float[]> controller = maze.CreateHeuristic();
        Step<DictValue> step = default;
        for (int i = 0; i < env.Spec!.MaxEpisodeSteps; i++)
        {
            step = maze.Step(controller(observation));
            observation = step.Observation;
        }

        Assert.True(step.Info.Get<bool>("success"));
        Assert.Equal(1, step.Reward, maze.Reward == GoalReward.Dense ? 0.1 : 0);
        Assert.False(step.Terminated);
    }

    [Fact]
    public void The_first_goal_and_start_are_those_of_the_reference()
    {
        // Gymnasium-Robotics' draws: a goal's cell, its noise, a start's cell until it is elsewhere, its noise.
        Randomness.Rng rng = new(11);
        using PointMazeEnv env = new();
        DictValue observation = env.Reset(seed: 11).Observation;
        (int Row, int Column)[] free = [(1, 1), (1, 2), (1, 3), (2, 3), (3, 1), (3, 2), (3, 3)];
        (double X, double Y) Place((int Row, int Column) cell) => (cell.Column - 2.0, 2.0 - cell.Row);
        (double X, double Y) goal = Place(free[rng.Integers(0, 7)]);
        goal = (goal.X + rng.Uniform(-0.25, 0.25), goal.Y + rng.Uniform(-0.25, 0.25));
        (double X, double Y) start;
        do
        {
            start = Place(free[rng.Integers(0, 7)]);
        }
        while (Math.Sqrt(Math.Pow(start.X - goal.X, 2) + Math.Pow(start.Y - goal.Y, 2)) <= 0.5);
        start = (start.X + rng.Uniform(-0.25, 0.25), start.Y + rng.Uniform(-0.25, 0.25));
        Assert.Equal([goal.X, goal.Y], observation.Get<double[]>(IGoalEnv.DesiredGoalKey));
        Assert.Equal([start.X, start.Y], observation.Get<double[]>(IGoalEnv.AchievedGoalKey));
        Assert.Equal([start.X, start.Y, 0, 0], observation.Get<double[]>(IGoalEnv.ObservationKey));
    }

    [Fact]
    public void An_episode_may_end_at_the_goal()
    {
        using PointMazeEnv env = new(new PointMazeOptions { Map = Corridor, IsContinuing = false });
        DictValue observation = env.Reset(seed: 1).Observation;
        Func<DictValue, float[]> controller = env.CreateHeuristic();
        int steps = 0;
        Step<DictValue> step;
        do
        {
            step = env.Step(controller(observation));
            observation = step.Observation;
            steps++;
            Assert.Equal(step.Terminated, step.Info.Get<bool>("success"));
        }
        while (!step.Terminated && steps < 300);
        Assert.InRange(steps, 20, 299);
    }

    [Fact]
    public void A_goal_may_move_when_it_is_reached()
    {
        using PointMazeEnv env = new(new PointMazeOptions { MovesGoal = true });
        DictValue observation = env.Reset(seed: 1).Observation;
        Func<DictValue, float[]> controller = env.CreateHeuristic();
        HashSet<double> goals = [];
        for (int i = 0; i < 600; i++)
        {
            Step<DictValue> step = env.Step(controller(observation));

            // The step shows the goal that it was paid for; the next one shows where it went.
            Assert.Equal(step.Reward == 1, step.Info.Get<bool>("success"));
            observation = step.Observation;
            goals.Add(observation.Get<double[]>(IGoalEnv.DesiredGoalKey)[0]);
        }

        Assert.True(goals.Count > 3, $"{goals.Count} goals");
    }

    [Fact]
    public void Reset_options_choose_cells()
    {
        using PointMazeEnv env = new();
        DictValue observation = env.Reset(
            seed: 1, new ResetOptions { ["goal_cell"] = new[] { 3, 1 }, ["reset_cell"] = new long[] { 1, 1 } }).Observation;
        double[] goal = observation.Get<double[]>(IGoalEnv.DesiredGoalKey);
        double[] start = observation.Get<double[]>(IGoalEnv.AchievedGoalKey);
        Assert.Equal([-1, -1], goal, (a, b) => Math.Abs(a - b) <= 0.25);
        Assert.Equal([-1, 1], start, (a, b) => Math.Abs(a - b) <= 0.25);
        foreach (object bad in new object[] { new[] { 0, 0 }, new[] { 9, 9 }, new[] { 1 }, "1,1", new[] { -1, 2 } })
        {
            byte[] before = env.SaveState();
            ArgumentException error =
                Assert.Throws<ArgumentException>(() => env.Reset(seed: 9, new ResetOptions { ["goal_cell"] = bad }));
            Assert.Contains("goal_cell", error.Message, StringComparison.Ordinal);
            Assert.Equal(before, env.SaveState());
        }
    }

    [Fact]
    public void A_goal_in_the_only_start_is_refused()
    {
        using PointMazeEnv env = new(new PointMazeOptions { Map = Corridor });
        Assert.Throws<ArgumentException>(() => env.Reset(seed: 1, new ResetOptions { ["goal_cell"] = new[] { 1, 1 } }));
        using PointMazeEnv narrow = new(new PointMazeOptions { Map = MazeMap.Parse("111", "1c1", "111") });
        Assert.Throws<ArgumentException>(() => narrow.Reset(seed: 1));
    }

    [Fact]
    public void Speed_is_limited_and_walls_hold()
    {
        using PointMazeEnv env = new(new PointMazeOptions { Map = MazeMap.Parse("1111111111", "1r0000000g1"[..9] + "1", "1111111111") });
        env.Reset(seed: 1);
        double fastest = 0;
        for (int i = 0; i < 300; i++)
        {
            double[] seen = env.Step([1, 0]).Observation.Get<double[]>(IGoalEnv.ObservationKey);
            fastest = Math.Max(fastest, seen[2]);
            Assert.InRange(seen[0], -4, 3.95);
        }

        Assert.InRange(fastest, 4.5, 5.3);
    }

    [Theory]
    [InlineData("111,1a1,111", "'a'")]
    [InlineData("111,101", "open")]
    [InlineData("111,10,111", "as long")]
    [InlineData("111,111,111", "no cell")]
    public void A_bad_map_is_refused(string map, string complaint)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => MazeMap.Parse(map.Split(',')));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_an_argument()
    {
        EnvSpec spec = Registry().Find("PointMaze_UMaze-v3");
        object[] rows = [new object[] { 1L, 1L, 1L, 1L }, new object[] { 1L, "r", "g", 1L }, new object[] { 1L, 1L, 1L, 1L }];
        using Env env = Gym.Make(
            spec, new MakeOptions { Arguments = new Dictionary<string, object?> { ["maze_map"] = rows } });
        Assert.Equal("1111\n1rg1\n1111", ((PointMazeEnv)env.Unwrapped).Map.ToString());
        Assert.Throws<ArgumentException>(() => Gym.Make(
            spec, new MakeOptions { Arguments = new Dictionary<string, object?> { ["maze_map"] = 3 } }));
    }

    [Fact]
    public void It_goes_on_from_a_saved_state_as_if_nothing_had_been()
    {
        PointMazeOptions options = new() { MovesGoal = true };
        using PointMazeEnv env = new(options);
        env.Reset(seed: 7);
        Walk(env);
        byte[] state = env.SaveState();
        string expected = Walk(env) + env.Reset().Observation;
        using PointMazeEnv other = new(options);
        other.RestoreState(state);
        Assert.Equal(expected, Walk(other) + other.Reset().Observation);
    }

    private static string Walk(PointMazeEnv env) => string.Concat(Enumerable.Range(0, 50).Select(i =>
        env.Step([MathF.Sin(0.1f * i), MathF.Cos(0.3f * i)]).Observation.ToString()));

    private static EnvRegistry Registry()
    {
        EnvRegistry registry = new();
        PointMazeFamily.Register(registry);
        return registry;
    }
}
