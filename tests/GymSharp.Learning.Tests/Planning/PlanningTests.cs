using GymSharp.Learning.Tabular;
using GymSharp.Tabular;

namespace GymSharp.Learning.Planning;

public sealed class PlanningTests
{
    // Steps, the optimum that backward induction finds, and how far below it a policy that does not look at the clock may
    // stay: 0 where the time limit does not bind, and on FrozenLake what hurrying in the last steps would win.
    public static TheoryData<string, int, double, double> Tasks => new()
    {
        { "CliffWalking-v1", 200, -13, 1e-9 },
        { "Taxi-v4", 200, 7.93, 1e-9 },
        { "FrozenLake-v1", 100, 0.744, 0.01 },
        { "FrozenLake8x8-v1", 200, 0.913, 0.06 },
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Value_iteration_reaches_the_optimum(string id, int steps, double optimum, double clock)
    {
        using ValueIteration planner = new(Gym.Make(id), new PlanningOptions { Gamma = 0.999 });
        Run(planner);
        Reaches(id, planner.Values, steps, optimum, clock);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Policy_iteration_reaches_the_optimum(string id, int steps, double optimum, double clock)
    {
        using PolicyIteration planner = new(Gym.Make(id), new PlanningOptions { Gamma = 0.999 });
        Run(planner);
        Reaches(id, planner.Values, steps, optimum, clock);
    }

    [Fact]
    public void An_environment_without_a_table_is_refused()
    {
        using Env env = Gym.Make("CartPole-v1");
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ValueIteration(env, new PlanningOptions()));
        Assert.Contains("q-learning", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_iteration_without_discount_is_refused()
    {
        using Env env = Gym.Make("FrozenLake-v1");
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new PolicyIteration(env, new PlanningOptions { Gamma = 1 }));
        Assert.Contains("gamma below 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_do_not_converge_are_given_up()
    {
        using ValueIteration planner = new(Gym.Make("FrozenLake-v1"), new PlanningOptions { MaxSweeps = 3 });
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Run(planner));
        Assert.Contains("max_sweeps", error.Message, StringComparison.Ordinal);
    }

    private static void Run(ILearner planner)
    {
        foreach (LearningReport report in planner.Learn())
        {
            Assert.True(report.Steps > 0);
        }
    }

    private static void Reaches(string id, ActionValues values, int steps, double optimum, double clock)
    {
        using Env env = Gym.Make(id);
        TransitionTable model = ((ITabularEnv)env.Unwrapped).Transitions;
        double best = Horizon.Optimum(model, steps);
        Assert.Equal(optimum, best, tolerance: 0.005);
        double reached = Horizon.Value(model, values.Greedy, steps);
        Assert.InRange(reached, best - clock, best + 1e-9);
    }
}
