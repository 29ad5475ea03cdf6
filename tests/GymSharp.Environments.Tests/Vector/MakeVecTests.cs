using GymSharp.Environments.ClassicControl;
using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp.Environments.Vector;

public sealed class MakeVecTests
{
    [Fact]
    public void The_native_form_is_preferred_where_there_is_one()
    {
        using VectorEnv cartPoles = Gym.MakeVec("CartPole-v1", 3);
        using VectorEnv lakes = Gym.MakeVec("FrozenLake-v1", 2);
        Assert.IsType<CartPoleVectorEnv>(cartPoles);
        Assert.Equal("CartPoleVectorEnv(CartPole-v1, num_envs=3)", cartPoles.ToString());
        Assert.Equal("SyncVectorEnv(FrozenLake-v1, num_envs=2)", lakes.ToString());
        Assert.Equal(AutoresetMode.NextStep, lakes.AutoresetMode);
        Assert.Equal(2, lakes.Envs.Count);
        Assert.Empty(cartPoles.Envs);
    }

    [Fact]
    public void Typed_batches_name_the_right_types_when_asked_for_wrong_ones()
    {
        using VectorEnv<int, int> lakes = Gym.MakeVec<int, int>("FrozenLake-v1", 2);
        using VectorEnv<object[], int> cards = Gym.MakeVec<object[], int>("Blackjack-v1", 2);
        using VectorEnv<float, float> pendulums = Gym.MakeVec<float, float>("Pendulum-v1", 2);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.MakeVec<double, int>("Pendulum-v1", 2));
        Assert.Contains("Gym.MakeVec<float, float>(\"Pendulum-v1\")", error.Message);
    }

    [Fact]
    public void Options_that_do_not_go_with_the_mode_are_refused()
    {
        MakeVecOptions[] wrong =
        [
            new() { Mode = VectorizationMode.Sync, Workers = 2 },
            new() { Mode = VectorizationMode.Native, Wrappers = [env => env] },
            new() { Mode = VectorizationMode.Native, Autoreset = AutoresetMode.SameStep },
            new() { Mode = VectorizationMode.Simd, Autoreset = AutoresetMode.NextStep },
            new() { Make = new MakeOptions { Arguments = new Dictionary<string, object?> { ["gravity"] = 3 } } },
            new() { Mode = VectorizationMode.Sync, Make = new MakeOptions { Arguments = new Dictionary<string, object?> { ["gravity"] = 3 } } },
            new() { Make = new MakeOptions { RenderMode = RenderMode.Ansi } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => Gym.MakeVec("CartPole-v1", 2, options)));
        Assert.Throws<ArgumentException>(
            () => Gym.MakeVec("FrozenLake-v1", 2, new MakeVecOptions { Mode = VectorizationMode.Native }));
        Assert.Throws<ArgumentException>(
            () => Gym.MakeVec("FrozenLake-v1", 2, new MakeVecOptions { Mode = VectorizationMode.Simd }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gym.MakeVec("CartPole-v1", 0));
    }

    [Theory]
    [InlineData(VectorizationMode.Sync)]
    [InlineData(VectorizationMode.Native)]
    [InlineData(VectorizationMode.Simd)]
    public void The_time_limit_reaches_every_form(VectorizationMode mode)
    {
        using VectorEnv<float, int> envs = Gym.MakeVec<float, int>(
            "CartPole-v1", 2, new MakeVecOptions { Mode = mode, Make = new MakeOptions { MaxEpisodeSteps = 3 } });
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 0);
        envs.Step([0, 1], batch);
        envs.Step([1, 0], batch);
        Assert.Equal([false, false], batch.Truncated);
        envs.Step([0, 1], batch);
        Assert.Equal([true, true], batch.Truncated);
    }

    [Fact]
    public void Wrappers_go_around_each_environment()
    {
        int made = 0;
        using VectorEnv<float, int> envs = Gym.MakeVec<float, int>("CartPole-v1", 3, new MakeVecOptions
        {
            Mode = VectorizationMode.Parallel,
            Workers = 3,
            Wrappers =
            [
                env =>
                {
                    made++;
                    return new GymSharp.Wrappers.TransformReward<float[], int>((Env<float[], int>)env, reward => reward * 10);
                },
            ],
        });
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 0);
        envs.Step([0, 0, 0], batch);
        Assert.Equal([10.0, 10.0, 10.0], batch.Rewards);
        Assert.Equal(3, made);
        Assert.Equal("ParallelVectorEnv(CartPole-v1, num_envs=3)", envs.ToString());
    }

    [Fact]
    public void Environments_made_before_a_failure_are_disposed()
    {
        int disposed = 0;
        int made = 0;
        EnvSpec spec = new("Fragile-v0", _ => ++made == 3
            ? throw new InvalidOperationException("No third one.")
            : new Counted(() => disposed++));
        Assert.Throws<InvalidOperationException>(() => Gym.MakeVec(spec, 4));
        Assert.Equal(2, disposed);
    }

    private sealed class Counted(Action onDispose)
        : GymSharp.Wrappers.Wrapper<float[], int>(new CartPoleEnv())
    {
        protected override void Dispose(bool disposing)
        {
            onDispose();
            base.Dispose(disposing);
        }
    }
}
