using GymSharp.Learning.Evolution;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.ValueBased;
using GymSharp.Neural;
using GymSharp.Vector;

namespace GymSharp.Learning.Views;

/// <summary>Agents keep to masks in evaluations where they do so in training, and only there.</summary>
public sealed class EvaluationMaskTests
{
    public static TheoryData<string> Algorithms => ["dqn", "ppo", "recurrent-ppo", "es", "ars"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Masks_that_are_on_and_fit_are_kept_to(string algorithm) =>
        Assert.InRange(Play(algorithm, usesMasks: true, entries: 3).Length, 1, 2);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Masks_that_are_off_are_not(string algorithm) => ExpectForbidden(algorithm, usesMasks: false, entries: 3);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Masks_of_another_length_are_not(string algorithm) =>
        ExpectForbidden(algorithm, usesMasks: true, entries: 4);

    private static void ExpectForbidden(string algorithm, bool usesMasks, int entries) => Assert.Contains(
        "Action 1 is forbidden in place 0",
        Assert.ThrowsAny<Exception>(() => Play(algorithm, usesMasks, entries)).ToString(),
        StringComparison.Ordinal);

    // An episode of an agent to which the forbidden action looks best.
    private static EpisodeResult Play(string algorithm, bool usesMasks, int entries)
    {
        TrainingEnv envs = new(Gym.MakeVec(
            FenceEnv.Registration(entries: entries),
            1,
            new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));
        using ILearner learner = Make(algorithm, envs, usesMasks);
        ParameterSet weights = ((IHasNetworks)learner).Networks.Values.Single();
        string name = algorithm == "dqn" ? "head.0.bias" : "actor.out.bias";
        weights.Parameters.Single(parameter => parameter.Name == name).In(weights)[1] = 100;
        weights.MarkChanged();
        using Env env = Gym.Make(FenceEnv.Registration(entries: entries));
        return learner.Agent.On(env).PlayEpisode(1);
    }

    private static ILearner Make(string algorithm, TrainingEnv envs, bool usesMasks)
    {
        LearnerSetup setup = new(1, 100) { Threads = 1 };
        return algorithm switch
        {
            "dqn" => new Dqn(envs, new DqnOptions { ActionMasks = usesMasks, BufferSize = 100 }, setup),
            "ppo" => new Ppo(envs, new PpoOptions { ActionMasks = usesMasks }, setup),
            "recurrent-ppo" => new RecurrentPpo(envs, new RecurrentPpoOptions { ActionMasks = usesMasks }, setup),
            "es" => new EvolutionStrategy(envs, new EvolutionStrategyOptions { ActionMasks = usesMasks }, setup),
            _ => new AugmentedRandomSearch(envs, new AugmentedRandomSearchOptions { ActionMasks = usesMasks }, setup),
        };
    }
}
