using FsCheck;
using FsCheck.Fluent;
using GymSharp.Environments.MinAtar;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>What holds in every state of a game, whatever the seed and the actions.</summary>
public sealed class MinAtarRulesTests
{
    private const int Steps = 400;

    [Fact]
    public void Breakout_has_one_paddle_one_ball_and_bricks_that_pay_once() => Holds("breakout", (env, before, step) =>
    {
        (int _, int row) = Assert.Single(Cells(env, step.Observation, "paddle"));
        Assert.Equal(9, row);
        Assert.Equal(Cells(env, before, "ball"), Cells(env, step.Observation, "trail"));
        (_, int ballRow) = Assert.Single(Cells(env, step.Observation, "ball"));
        Assert.Equal(ballRow == 9, step.Terminated);
        Assert.All(Cells(env, step.Observation, "brick"), brick => Assert.InRange(brick.Y, 1, 3));
        int bricksBefore = Cells(env, before, "brick").Count;
        int bricks = Cells(env, step.Observation, "brick").Count;
        Assert.True(bricks == bricksBefore - step.Reward || (bricksBefore == 0 && bricks == 30));
    });

    [Fact]
    public void Freeway_has_one_car_a_lane_with_its_trail_behind() => Holds("freeway", (env, before, step) =>
    {
        (int column, int row) = Assert.Single(Cells(env, step.Observation, "chicken"));
        Assert.Equal(4, column);
        List<(int X, int Y)> cars = Cells(env, step.Observation, "car");
        Assert.Equal(Enumerable.Range(1, 8), cars.Select(car => car.Y));
        List<(int X, int Y)> trails =
        [
            .. Enumerable.Range(1, 5)
                .SelectMany(speed => Cells(env, step.Observation, $"speed{speed}")).OrderBy(trail => trail.Y),
        ];
        Assert.Equal(cars.Select(car => car.Y), trails.Select(trail => trail.Y));
        Assert.All(cars.Zip(trails), pair => Assert.Contains((pair.First.X - pair.Second.X + 10) % 10, (int[])[1, 9]));
        Assert.DoesNotContain((column, row), cars);
        if (step.Reward == 1)
        {
            Assert.Equal((1, 9), (Cells(env, before, "chicken").Single().Y, row));
        }
    });

    [Fact]
    public void Asterix_keeps_one_player_inside_and_one_thing_a_lane() => Holds("asterix", (env, before, step) =>
    {
        (int x, int y) = Assert.Single(Cells(env, step.Observation, "player"));
        Assert.InRange(y, 1, 8);
        List<(int X, int Y)> enemies = Cells(env, step.Observation, "enemy");
        List<(int X, int Y)> gold = Cells(env, step.Observation, "gold");
        Assert.Equal(enemies.Count + gold.Count, enemies.Concat(gold).Select(thing => thing.Y).Distinct().Count());
        Assert.All(enemies.Concat(gold), thing => Assert.InRange(thing.Y, 1, 8));
        Assert.DoesNotContain((x, y), gold);
        Assert.True(!enemies.Contains((x, y)) || step.Terminated);
        Assert.True(step.Reward <= Cells(env, before, "gold").Count + 1);
    });

    [Fact]
    public void Space_invaders_head_one_way_and_pay_when_shot() => Holds("space_invaders", (env, before, step) =>
    {
        (_, int row) = Assert.Single(Cells(env, step.Observation, "cannon"));
        Assert.Equal(9, row);
        List<(int X, int Y)> aliens = Cells(env, step.Observation, "alien");
        List<(int X, int Y)> left = Cells(env, step.Observation, "alien_left");
        List<(int X, int Y)> right = Cells(env, step.Observation, "alien_right");
        Assert.NotEmpty(aliens);
        Assert.Equal(aliens, left.Count > 0 ? left : right);
        Assert.True(left.Count == 0 || right.Count == 0);
        int aliensBefore = Cells(env, before, "alien").Count;
        Assert.True(aliens.Count == aliensBefore - step.Reward || (aliens.Count == 24 && aliensBefore == step.Reward));
        Assert.True(Cells(env, step.Observation, "friendly_bullet").Count <= 2);
    });

    [Fact]
    public void Seaquest_has_a_submarine_of_two_cells_and_two_gauges() => Holds("seaquest", (env, before, step) =>
    {
        (int x, int y) = Assert.Single(Cells(env, step.Observation, "sub_front"));
        (int backX, int backY) = Assert.Single(Cells(env, step.Observation, "sub_back"));
        Assert.Equal((1, y), (Math.Abs(x - backX), backY));
        Assert.InRange(y, 0, 8);
        List<(int X, int Y)> oxygen = Cells(env, step.Observation, "oxygen_guage");
        Assert.Equal(Enumerable.Range(0, oxygen.Count).Select(cell => (cell, 9)), oxygen);
        List<(int X, int Y)> load = Cells(env, step.Observation, "diver_guage");
        Assert.Equal(Enumerable.Range(9 - load.Count, load.Count).Select(cell => (cell, 9)), load);
        Assert.InRange(load.Count, 0, 6);
        foreach (string kind in new[] { "enemy_fish", "enemy_sub", "diver" })
        {
            Assert.All(Cells(env, step.Observation, kind), cell => Assert.InRange(cell.Y, 1, 8));
        }
    });

    [Theory]
    [InlineData("asterix")]
    [InlineData("space_invaders")]
    [InlineData("seaquest")]
    public void Without_ramping_the_difficulty_stays(string game)
    {
        MinAtarEnv env = new(MinAtarCases.Game(game, ramping: false));
        env.Reset(4);
        for (int step = 0; step < 3000; step++)
        {
            Assert.Equal(0, env.Game.DifficultyRamp);
            if (env.Step(step % 6).Done)
            {
                env.Reset();
            }
        }
    }

    [Theory]
    [InlineData("breakout")]
    [InlineData("freeway")]
    public void Games_without_a_ramp_say_so(string game) => Assert.Null(MinAtarCases.Game(game).DifficultyRamp);

    [Fact]
    public void A_freeway_episode_has_2501_frames()
    {
        MinAtarEnv env = MinAtarCases.Env("freeway");
        env.Reset(0);
        int frames = 1;
        while (!env.Step((int)MinAtarAction.Up).Done)
        {
            frames++;
        }

        Assert.Equal(2501, frames);
    }

    private static List<(int X, int Y)> Cells(MinAtarEnv env, bool[] state, string channel) =>
        MinAtarCases.Cells(env, state, channel);

    private static void Holds(string game, Action<MinAtarEnv, bool[], Step<bool[]>> claim) =>
        Prop.ForAll<uint>(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            MinAtarEnv env = MinAtarCases.Env(game);
            Randomness.LegacyRng choices = new(seed ^ 0x5A5A5A5A);
            bool[] before = env.Reset(seed).Observation;
            for (int step = 0; step < Steps; step++)
            {
                Step<bool[]> result = env.Step((int)choices.RandInt(6));
                claim(env, before, result);
                before = result.Done ? env.Reset().Observation : result.Observation;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
}
