using GymSharp.Vector;

namespace GymSharp.Learning.Training;

public sealed class VectorLearnerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_batch_is_seeded_as_gymnasium_does_and_resets_within_the_step(int threads)
    {
        RunPlan plan = RunPlan.Start(
            new TrainingRequest { Algorithm = "random", Environment = "CartPole-v1", RunDirectory = "unused" }, TimeProvider.System);
        using VectorEnv envs = plan.MakeVectorEnv(3, threads);
        Assert.Equal(3, envs.NumEnvs);
        Assert.Equal(AutoresetMode.SameStep, envs.AutoresetMode);
        float[] rows = (float[])envs.ResetValue(seed: 7).Observations;
        for (int i = 0; i < 3; i++)
        {
            using Env<float[], int> single = Gym.Make<float[], int>("CartPole-v1");
            Assert.Equal(single.Reset(7 + (ulong)i).Observation, rows[(4 * i)..(4 * (i + 1))]);
        }
    }

    [Fact]
    public void An_algorithm_says_which_environments_it_needs()
    {
        AlgorithmSpec vector = AlgorithmSpec.ForVector<Options.KindOptions>("deep", "a test", (_, _, _) => throw new NotSupportedException());
        Assert.True(vector.IsVector);
        using Env env = Gym.Make("CartPole-v1");
        Assert.Contains(
            "Gym.MakeVec",
            Assert.Throws<InvalidOperationException>(() => vector.Create(env, vector.BindOptions([]), default)).Message,
            StringComparison.Ordinal);
        AlgorithmSpec single = AlgorithmCatalog.Find("q-learning");
        Assert.False(single.IsVector);
        using VectorEnv envs = Gym.MakeVec("CartPole-v1", 2);
        Assert.Throws<InvalidOperationException>(() => single.Create(envs, single.BindOptions([]), default));
    }
}
