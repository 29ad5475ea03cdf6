using FsCheck;
using FsCheck.Fluent;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ToyText.Tests;

public sealed class BitFlippingTests
{
    [Fact]
    public void An_action_flips_its_bit_and_nothing_else() => Prop.ForAll(Plays(), play =>
    {
        using BitFlippingEnv env = new(play.Bits, maxSteps: 1000);
        env.Reset(play.Seed);
        sbyte[] expected = [.. env.Bits];
        sbyte[] goal = [.. env.DesiredGoal];
        foreach (int choice in play.Choices)
        {
            int action = choice % play.Bits;
            expected[action] = (sbyte)(1 - expected[action]);
            bool isSolved = expected.SequenceEqual(goal);
            Step<DictValue> step = env.Step(action);
            Assert.Equal(expected, step.Observation.Get<sbyte[]>(IGoalEnv.AchievedGoalKey));
            Assert.Equal(expected, step.Observation.Get<sbyte[]>(IGoalEnv.ObservationKey));
            Assert.Equal(goal, step.Observation.Get<sbyte[]>(IGoalEnv.DesiredGoalKey));
            Assert.Equal((isSolved ? 0 : -1, isSolved, false), (step.Reward, step.Terminated, step.Truncated));
            Assert.Equal(isSolved, step.Info.Get<bool>("is_success"));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_step_paid_is_what_the_goals_say() => Prop.ForAll(Plays(), play =>
    {
        using BitFlippingEnv env = new(play.Bits);
        env.Reset(play.Seed);
        foreach (int choice in play.Choices)
        {
            Step<DictValue> step = env.Step(choice % play.Bits);
            double[] achieved = Numbers(step.Observation, IGoalEnv.AchievedGoalKey);
            double[] desired = Numbers(step.Observation, IGoalEnv.DesiredGoalKey);
            Assert.Equal(play.Bits, env.GoalLength);
            Assert.Equal(step.Reward, env.ComputeReward(achieved, desired));
            Assert.Equal(step.Terminated, env.ComputeTerminated(achieved, desired));
            Assert.Equal(step.Terminated, env.IsSuccess(achieved, desired));
            Assert.Equal(0, env.ComputeReward(achieved, achieved));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_controller_takes_one_step_for_each_bit_that_differs() => Prop.ForAll(Plays(), play =>
    {
        using BitFlippingEnv env = new(play.Bits);
        DictValue seen = env.Reset(play.Seed).Observation;
        Func<DictValue, int> controller = env.CreateHeuristic();
        int differing = env.Bits.ToArray().Zip(env.DesiredGoal.ToArray()).Count(pair => pair.First != pair.Second);
        Assert.InRange(differing, 1, play.Bits);
        for (int i = 1; i <= differing; i++)
        {
            Step<DictValue> step = env.Step(controller(seen));
            seen = step.Observation;
            Assert.Equal(i == differing, step.Terminated);
        }

        Assert.InRange(controller(seen), 0, play.Bits - 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bits_and_goals_are_drawn_alike()
    {
        using BitFlippingEnv env = new(bits: 2);
        int[] counts = new int[16];
        env.Reset(7);
        for (int i = 0; i < 12_000; i++)
        {
            env.Reset();
            counts[(env.Bits[0] * 8) + (env.Bits[1] * 4) + (env.DesiredGoal[0] * 2) + env.DesiredGoal[1]]++;
        }

        // Twelve pairs of different ones, 1,000 each with a deviation of 30.
        Assert.All(counts.Index(), count => Assert.InRange(
            count.Item, count.Index / 4 == count.Index % 4 ? 0 : 850, count.Index / 4 == count.Index % 4 ? 0 : 1150));
    }

    [Theory]
    [InlineData(3, null, 3)]
    [InlineData(40, null, 40)]
    [InlineData(40, 7, 7)]
    public void An_episode_is_cut_off_after_its_steps(int bits, int? maxSteps, int expected)
    {
        MakeOptions options = new()
        {
            Arguments = new Dictionary<string, object?> { ["bits"] = bits, ["max_steps"] = maxSteps },
        };
        using Env<DictValue, int> env = Gym.Make<DictValue, int>("BitFlipping-v0", options);
        env.Reset(5);
        BitFlippingEnv inner = Assert.IsType<BitFlippingEnv>(env.Unwrapped);

        // Flipping a bit that is right to and fro never reaches the goal; where all are wrong, the first step does not.
        int right = Math.Max(0, Enumerable.Range(0, bits).ToList().FindIndex(i => inner.Bits[i] == inner.DesiredGoal[i]));
        for (int i = 1; i <= expected; i++)
        {
            Step<DictValue> step = env.Step(right);
            Assert.Equal((false, i == expected), (step.Terminated, step.Truncated));
        }
    }

    [Theory]
    [InlineData("bits", 0)]
    [InlineData("bits", 257)]
    [InlineData("bits", 2.5)]
    [InlineData("max_steps", 0)]
    [InlineData("max_steps", "all")]
    [InlineData("bit", 4)]
    public void Wrong_arguments_are_refused_with_a_hint(string name, object value)
    {
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { [name] = value } };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make("BitFlipping-v0", options));
        Assert.Contains($"'{name}", error.Message, StringComparison.Ordinal);
        Assert.Contains(name == "bit" ? "'bits'" : name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_other_bits_or_of_a_longer_episode_is_refused()
    {
        using BitFlippingEnv env = new(bits: 5, maxSteps: 3);
        env.Reset(1);
        byte[] before = env.SaveState();
        using BitFlippingEnv wide = new(bits: 6, maxSteps: 3);
        wide.Reset(1);
        using BitFlippingEnv late = new(bits: 5, maxSteps: 9);
        late.Reset(1);
        Assert.All(Enumerable.Repeat(0, 4), action => late.Step(action));
        foreach (BitFlippingEnv other in new[] { wide, late })
        {
            StateFormatException error =
                Assert.Throws<StateFormatException>(() => env.RestoreState(other.SaveState()));
            Assert.Contains("5 bits", error.Message, StringComparison.Ordinal);
            Assert.Equal(before, env.SaveState());
        }
    }

    [Fact]
    public void Steps_write_into_the_given_observation_and_allocate_nothing()
    {
        using BitFlippingEnv env = new(bits: 200, maxSteps: 100_000);
        DictValue seen = env.Reset(1).Observation;
        Assert.Same(seen, env.Step(3, seen).Observation);
        Assert.NotSame(seen, env.Step(3).Observation);
        Assert.NotSame(seen, env.Reset(1, null, new DictValue(("observation", new sbyte[200]))).Observation);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                env.Step(i % 200, seen);
            }
        }));
    }

    [Fact]
    public void Text_shows_goal_and_bits()
    {
        using BitFlippingEnv env = new(bits: 3, renderMode: RenderMode.Ansi);
        env.Reset(2);
        sbyte[] goal = [.. env.DesiredGoal];
        for (int i = 0; i < 3; i++)
        {
            if (env.Bits[i] != goal[i])
            {
                env.Step(i);
            }
        }

        string same = string.Join(' ', goal);
        Assert.Equal($"goal  {same}\nbits  {same}\n", env.Render()!.Text);
        env.Step(2);
        string other = $"{goal[0]} {goal[1]} \u001b[41m{1 - goal[2]}\u001b[0m";
        Assert.Equal($"goal  {same}\nbits  {other}\n", env.Render()!.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(256)]
    public void A_picture_shows_the_bit_that_was_flipped(int bits)
    {
        using BitFlippingEnv env = new(bits, renderMode: RenderMode.RgbArray);
        env.Reset(2);
        Frame before = env.Render()!;
        env.Step(bits - 1);
        Frame after = env.Render()!;
        Assert.Equal((720, 160), (after.Width, after.Height));
        int[] changed =
        [
            .. Enumerable.Range(0, after.Pixels.Length).Where(i => before.Pixels[i] != after.Pixels[i]),
        ];
        Assert.NotEmpty(changed);

        // Only in the last column, and neither in the row of the goal nor beyond the picture's margin.
        double cell = Math.Min(44, 608.0 / bits);
        double left = 96 + ((bits - 1) * cell);
        Assert.All(changed, i => Assert.InRange(i / 3 % 720, Math.Floor(left), Math.Ceiling(left + cell)));
        Assert.All(changed, i => Assert.InRange(i / 3 / 720, 76, 136));
    }

    private static double[] Numbers(DictValue observation, string key) =>
        Array.ConvertAll(observation.Get<sbyte[]>(key), static bit => (double)bit);

    private static Arbitrary<(int Bits, ulong Seed, int[] Choices)> Plays() => Arb.From(
        from bits in Gen.Choose(1, 24)
        from seed in Gen.Choose(0, int.MaxValue)
        from choices in Gen.ArrayOf(Gen.Choose(0, 1000))
        select (bits, (ulong)seed, choices));
}
