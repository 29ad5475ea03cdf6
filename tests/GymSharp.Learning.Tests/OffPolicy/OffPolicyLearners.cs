using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Randomness;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Makes learners for tests, by their options.</summary>
internal static class OffPolicyLearners
{
    public static TheoryData<string, OffPolicyOptions> All => new()
    {
        { "ddpg", Small(new DdpgOptions { ActionNoise = ActionNoiseKind.OrnsteinUhlenbeck, Envs = 2, Normalize = true, RandomExploration = 0.2, ActionL2 = 0.1 }) },
        { "td3", Small(new Td3Options { NCritics = 3, TrainFreq = 4, GradientSteps = -1 }) },
        { "sac", Small(new SacOptions { Envs = 3, TargetUpdateInterval = 2, NormalizeObservations = true }) },
        { "sac gsde", Small(new SacOptions { UseSde = true, SdeSampleFreq = 4, TrainFreq = 8, GradientSteps = 4, EntCoef = "0.1" }) },
        { "tqc", Small(new TqcOptions { NQuantiles = 7, NCritics = 2, EntCoef = "auto_0.5", TargetEntropy = "-0.5" }) },
        { "tqc gsde", Small(new TqcOptions { UseSde = true, NQuantiles = 5, TrainFreq = 8, GradientSteps = 8 }) },
    };

    public static T Small<T>(T options)
        where T : OffPolicyOptions =>
        options with { Hidden = [16, 12], BatchSize = 16, BufferSize = 600, LearningStarts = 60, LearningRate = 1e-3 };

    public static ILearner Make(string env, OffPolicyOptions options, ulong seed, long steps, int threads = 1)
    {
        TrainingEnv envs = ValueLearners.Envs(env, options.Envs);
        LearnerSetup setup = new(seed, steps) { Threads = threads };
        return options switch
        {
            DdpgOptions ddpg => new Ddpg(envs, ddpg, setup),
            Td3Options td3 => new Td3(envs, td3, setup),
            SacOptions sac => new Sac(envs, sac, setup),
            TqcOptions tqc => new Tqc(envs, tqc, setup),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
    }

    public static Action UpdateOf(ILearner learner) => learner switch
    {
        Ddpg ddpg => ddpg.Update,
        Td3 td3 => td3.Update,
        Sac sac => sac.Update,
        Tqc tqc => tqc.Update,
        _ => throw new ArgumentOutOfRangeException(nameof(learner)),
    };

    /// <summary>The generator that the updates of a learner draw from, at its beginning.</summary>
    public static Rng UpdateRng(ulong seed) => new(new SeedSequence(seed).Spawn(4)[3]);

    /// <summary>A row of numbers.</summary>
    public static double[] Row(ReadOnlySpan<float> rows, int row, int size)
    {
        double[] found = new double[size];
        for (int i = 0; i < size; i++)
        {
            found[i] = rows[(row * size) + i];
        }

        return found;
    }
}
