using GymSharp.Learning.Evaluation;
using GymSharp.Learning.ValueBased;

namespace GymSharp.Learning.OffPolicy;

public sealed class PendulumTests
{
    public static TheoryData<string, OffPolicyOptions> Learners => new()
    {
        { "ddpg", Suited(new DdpgOptions()) },
        { "td3", Suited(new Td3Options()) },
        { "sac", Suited(new SacOptions()) },
        { "sac gsde", Suited(new SacOptions { UseSde = true, TrainFreq = 8, GradientSteps = 8 }) },
        { "tqc", Suited(new TqcOptions { NQuantiles = 5, TopQuantilesToDropPerNet = 1 }) },
    };

    [Theory]
    [MemberData(nameof(Learners))]
    public void The_pendulum_is_swung_up_within_a_few_thousand_steps(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        const int Steps = 3_600;
        using ILearner learner = OffPolicyLearners.Make("Pendulum-v1", options, seed: 1, steps: Steps);
        ValueLearners.Train(learner, Steps);
        using Env env = Gym.Make("Pendulum-v1");

        // Random actions earn about -1,200, the best possible about -140.
        Assert.InRange(Evaluator.Run(learner.Agent, env, 8, 7).MeanReturn, -300, 0);
    }

    private static T Suited<T>(T options)
        where T : OffPolicyOptions => options with
        {
            Hidden = [32, 32],
            BatchSize = 64,
            BufferSize = 5_000,
            LearningStarts = 400,
            LearningRate = 3e-3,
            Gamma = 0.95,
            Tau = 0.02,
        };
}
