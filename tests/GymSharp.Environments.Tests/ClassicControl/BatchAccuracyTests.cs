using GymSharp.Environments.ClassicControl;
using GymSharp.Vector;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>One SIMD step equals one exact step from the same state, but for what each batch states.</summary>
public sealed class BatchAccuracyTests(ITestOutputHelper output)
{
    private const int NumEnvs = 101;
    private const int Steps = 400;

    // In units of 2^-52 times max(1, |value|).
    [Fact]
    public void A_cart_pole_moves_as_the_exact_one_within_2_units() =>
        Compare(new CartPoleBatch(NumEnvs), Random(2), 2, (state, action) =>
        {
            CartPoleState<Exact> after = CartPoleDynamics.Step<Exact, bool>(
                new(state[0], state[1], state[2], state[3]), action == 1 ? 10.0 : -10.0);
            double[] moved = [after.Position, after.Velocity, after.Angle, after.AngularVelocity];
            return new(moved, Singles(moved), 1, CartPoleDynamics.IsOver<Exact, bool>(after));
        });

    [Fact]
    public void A_mountain_car_moves_as_the_exact_one_within_1_unit() =>
        Compare(new MountainCarBatch(NumEnvs), Along(1, 3), 1, (state, action) =>
        {
            MountainCarState<Exact> after = MountainCarDynamics.Step<Exact, bool>(new(state[0], state[1]), action - 1);
            double[] moved = [after.Position, after.Velocity];
            return new(moved, Singles(moved), -1, MountainCarDynamics.IsOver<Exact, bool>(after, 0));
        });

    [Fact]
    public void A_car_with_a_throttle_moves_as_the_exact_one_within_a_float32() =>
        Compare(new ContinuousMountainCarBatch(NumEnvs), Throttle, 1 << 29, (state, action) =>
        {
            MountainCarState<Exact> after = ContinuousMountainCarDynamics.Step<Exact, bool>(
                new(state[0], state[1]), action, isSingle: true, 0, out bool isOver);
            double[] moved = [after.Position, after.Velocity];
            double reward = ContinuousMountainCarDynamics.Reward<Exact, bool>(action, isOver);
            return new(moved, Singles(moved), reward, isOver);
        });

    [Fact]
    public void A_pendulum_moves_as_the_exact_one_within_4_units() =>
        Compare(new PendulumBatch(NumEnvs), (random, _) => (5 * random.NextSingle()) - 2.5f, 4, (state, action) =>
        {
            PendulumState<Exact> after = PendulumDynamics.Step<Exact, bool>(
                new(state[0], state[1]), PendulumDynamics.Apply(Math.Clamp(action, -2f, 2f)), 10, out Exact cost);
            double[] shown = [Math.Cos(after.Angle), Math.Sin(after.Angle), after.AngularVelocity];
            return new([after.Angle, after.AngularVelocity], Singles(shown), -cost, false);
        });

    [Fact]
    public void An_acrobot_moves_as_the_exact_one_within_64_units()
    {
        AcrobotDynamics dynamics = new(AcrobotParameters.Default);
        Compare(new AcrobotBatch(NumEnvs), Along(3, 3), 64, (state, action) =>
        {
            AcrobotState<Exact> after = dynamics.Step<Exact, bool>(
                new(state[0], state[1], state[2], state[3]), action - 1);
            double[] moved = [after.Angle1, after.Angle2, after.Velocity1, after.Velocity2];
            double[] shown =
            [
                Math.Cos(moved[0]), Math.Sin(moved[0]), Math.Cos(moved[1]), Math.Sin(moved[1]), moved[2], moved[3],
            ];
            bool isOver = AcrobotDynamics.IsOver<Exact, bool>(after, Math.Cos(moved[0]));
            return new(moved, Singles(shown), isOver ? 0 : -1, isOver);
        });
    }

    private static float[] Singles(double[] values) => [.. values.Select(value => (float)value)];

    private static Func<Random, double[], int> Random(int count) => (random, _) => random.Next(count);

    // Most actions push the way things move, so that all speeds and ends are met.
    private static Func<Random, double[], int> Along(int column, int count) => (random, state) =>
        random.Next(5) == 0 ? random.Next(count) : state[column] < 0 ? 0 : count - 1;

    private static float Throttle(Random random, double[] state) =>
        (random.NextSingle() * 1.5f * (state[1] < 0 ? -1 : 1)) + (0.2f * (random.NextSingle() - 0.5f));

    private void Compare<TAction>(
        BatchedEnv<TAction> batch,
        Func<Random, double[], TAction> draw,
        double units,
        Func<double[], TAction, Expected> step)
        where TAction : unmanaged
    {
        Random random = new(7);
        BatchMemory<TAction> memory = new(batch);
        batch.Reset(3, memory.Observations);
        double worst = 0;
        int ends = 0;
        for (int t = 0; t < Steps; t++)
        {
            double[][] before = States(batch);
            for (int i = 0; i < NumEnvs; i++)
            {
                memory.Actions[i] = draw(random, before[i]);
            }

            memory.Step(batch);
            double[][] after = States(batch);
            for (int i = 0; i < NumEnvs; i++)
            {
                Expected expected = step(before[i], memory.Actions[i]);
                bool ended = memory.Terminated[i] || memory.Truncated[i];
                Assert.Equal(expected.IsOver, memory.Terminated[i]);
                AssertClose(expected.Observation, memory.LastSeen(i, ended));
                AssertClose([(float)expected.Reward], [memory.Rewards[i]]);
                ends += ended ? 1 : 0;
                for (int c = 0; c < batch.StateLength && !ended; c++)
                {
                    double scale = Math.Max(1, Math.Abs(expected.State[c]));
                    worst = Math.Max(worst, Math.Abs(after[i][c] - expected.State[c]) / scale * (1L << 52));
                }
            }
        }

        output.WriteLine($"largest difference: {worst} units, {ends} episodes");
        Assert.NotEqual(0, ends);
        Assert.InRange(worst, 0, units);
    }

    // Neighbouring float32 values at most, or next to nothing where they pass zero.
    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-9f || Math.Abs(Order(expected[i]) - Order(actual[i])) <= 1,
                $"{expected[i]:R} and {actual[i]:R} differ.");
        }
    }

    private static long Order(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : int.MinValue - (long)bits;
    }

    private static double[][] States(BatchedEnv batch)
    {
        double[][] states = new double[NumEnvs][];
        for (int i = 0; i < NumEnvs; i++)
        {
            states[i] = new double[batch.StateLength];
            for (int c = 0; c < batch.StateLength; c++)
            {
                states[i][c] = batch.StateColumn(c)[i];
            }
        }

        return states;
    }

    private sealed record Expected(double[] State, float[] Observation, double Reward, bool IsOver);
}
