using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GymSharp.Registration;
using GymSharp.Spaces;
using GymSharp.Vector;
using GymSharp.Vector.Wrappers;

namespace GymSharp.Environments.Vector;

/// <summary>Larger batches: independence of the number of workers, and NumPy's order of summation.</summary>
public sealed class ManyEnvironmentsTests
{
    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("Taxi-v4")]
    [InlineData("Pendulum-v1")]
    public void Results_do_not_depend_on_the_number_of_workers(string id)
    {
        string expected = Hash(id, 1);
        for (int workers = 2; workers <= 8; workers++)
        {
            Assert.Equal(expected, Hash(id, workers));
        }
    }

    // Recorded from Gymnasium 1.4 under NumPy 2's rules: reset(seed=5), action_space.seed(6), 60 steps.
    [Theory]
    [InlineData(9, 9.640407901179817, 41.18326755778423, 0.0, 0.015427355654537678, 0.712524950504303)]
    [InlineData(20, 11.015863475984006, 59.64687585572278, 0.12948103112442583, 0.004958156496286392, 0.63620525598526)]
    [InlineData(150, 10.999022258974097, 63.00758057289051, 0.12598057848330332, 0.003205904271453619, 0.6802982687950134)]
    [InlineData(300, 11.253791089409397, 65.24509050526635, 0.0, 0.001609821105375886, 0.6463361382484436)]
    public void Statistics_of_many_environments_are_those_of_Gymnasium(
        int numEnvs, double mean, double variance, double reward, double firstMean, double lastVariance)
    {
        NormalizeObservation<float, int> observations = new(
            Gym.MakeVec<float, int>("CartPole-v1", numEnvs, new MakeVecOptions { Mode = VectorizationMode.Sync }));
        using NormalizeReward<float, int> rewards = new(observations);
        VectorStep<object> last = Play(rewards, 60);
        Assert.Equal(mean, rewards.Mean);
        Assert.Equal(variance, rewards.Variance);
        Assert.Equal(reward, last.Rewards[3]);
        Assert.Equal(firstMean, observations.Mean[0]);
        Assert.Equal(lastVariance, observations.Variance[3]);
    }

    // As above, with the angle alone as observation.
    [Theory]
    [InlineData(9, -0.023786891251802444, 0.008463434875011444, 0.5998378992080688)]
    [InlineData(20, 0.0010016830638051033, 0.010222846642136574, -0.08598600327968597)]
    [InlineData(150, 0.002175691770389676, 0.009040897712111473, 1.5221078395843506)]
    [InlineData(300, 0.00016550259897485375, 0.00933841709047556, 0.3597748577594757)]
    public void Statistics_of_single_numbers_are_summed_in_pairs(
        int numEnvs, double mean, double variance, double lastObservation)
    {
        using NormalizeObservation<float, int> envs = new(Gym.MakeVec<float, int>(
            "CartPole-v1", numEnvs, new MakeVecOptions { Mode = VectorizationMode.Sync, Wrappers = [Angle] }));
        VectorStep<object> last = Play(envs, 60);
        Assert.Equal(mean, envs.Mean[0]);
        Assert.Equal(variance, envs.Variance[0]);
        Assert.Equal((float)lastObservation, ((float[])last.Observations)[^1]);
    }

    private static Env Angle(Env env) => new GymSharp.Wrappers.TransformObservation<float[], int, float[]>(
        (Env<float[], int>)env, observation => [observation[2]], new Box<float>(-1f, 1f, 1));

    private static VectorStep<object> Play(VectorEnv envs, int steps)
    {
        envs.ResetValue(seed: 5);
        envs.ActionSpace.Seed(6);
        VectorStep<object> last = default;
        for (int t = 0; t < steps; t++)
        {
            last = envs.StepValue(envs.ActionSpace.SampleValue());
        }

        return last;
    }

    private static string Hash(string id, int workers)
    {
        using VectorEnv envs = Gym.MakeVec(id, 11, new MakeVecOptions
        {
            Mode = workers == 1 ? VectorizationMode.Sync : VectorizationMode.Parallel,
            Workers = workers == 1 ? null : workers,
            Autoreset = AutoresetMode.SameStep,
            Make = new MakeOptions { MaxEpisodeSteps = 15 },
        });
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        envs.ResetValue(seed: 5);
        envs.ActionSpace.Seed(6);
        for (int t = 0; t < 60; t++)
        {
            VectorStep<object> step = envs.StepValue(envs.ActionSpace.SampleValue());
            hash.AppendData(step.Observations is float[] numbers
                ? MemoryMarshal.AsBytes(numbers.AsSpan())
                : MemoryMarshal.AsBytes(((long[])step.Observations).AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(step.Rewards.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(step.Terminated.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(step.Truncated.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
