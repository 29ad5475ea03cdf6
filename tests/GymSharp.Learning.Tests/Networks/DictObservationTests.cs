using GymSharp.Learning.Evaluation;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Tests.Serialization;
using GymSharp.Vector;

namespace GymSharp.Learning.Networks;

/// <summary>Observations of pictures and numbers: the pictures go through convolutions of their own.</summary>
public sealed class DictObservationTests
{
    [Theory]
    [InlineData("ppo", "trunk.picture.conv.weight", 5)]
    [InlineData("separate", "critic.picture.conv.weight", 8)]
    [InlineData("dqn", "body.picture.conv.weight", 4)]
    public void A_policy_learns_from_picture_and_numbers_together(string name, string convolution, int layers)
    {
        TrainingEnv envs = new(Gym.MakeVec(
            SignpostEnv.Registration(),
            8,
            new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));
        LearnerSetup setup = new(3, 4000) { Threads = 1 };
        using ILearner learner = name == "dqn" ? Values(envs, setup) : Policy(envs, setup, name == "ppo" ? null : false);
        ParameterSet set = ((IHasNetworks)learner).Networks.Values.Single();
        Parameter kernels = Assert.Single(set.Parameters, parameter => parameter.Name == convolution);
        Assert.Equal(4, kernels.Shape.Rank);

        // A convolution and a linear layer for each picture, a hidden layer behind them, and a layer for each output.
        Assert.Equal(2 * layers, set.Parameters.Count);

        _ = learner.Learn().First(report => report.Steps >= 4000);
        using Env env = Gym.Make(SignpostEnv.Registration());
        Assert.Equal(1, Evaluator.Run(learner.Agent, env, 40, seed: 7).MeanReturn);
        ExpectExported(((IHasPolicyGraph)learner).Graph);
    }

    [Fact]
    public void Parts_have_the_names_of_their_places()
    {
        Spaces.Space space = new Spaces.TupleSpace(
            new Spaces.Discrete(3),
            new Spaces.DictSpace(("b", new Spaces.Box<float>(0, 1, 2)), ("c", new Spaces.Box<byte>(0, 255, 2, 9, 8))));
        ObservationPart[] expected =
            [new("0", new Shape(3)), new("1.b", new Shape(2)), new("1.c", new Shape(9, 8, 2))];
        Assert.Equal(expected, ObservationEncoder.For(space).Parts);
        Assert.Equal("", Assert.Single(ObservationEncoder.For(new Spaces.Discrete(2)).Parts).Name);
    }

    private static Ppo Policy(TrainingEnv envs, LearnerSetup setup, bool? shared) => new(
        envs,
        new PpoOptions
        {
            Envs = 8,
            StepsPerUpdate = 32,
            BatchSize = 64,
            Epochs = 6,
            LearningRate = 2e-3,
            Hidden = [16],
            SharedNetwork = shared,
        },
        setup);

    private static Dqn Values(TrainingEnv envs, LearnerSetup setup) => new(
        envs,
        new DqnOptions
        {
            Envs = 8,
            Hidden = [16],
            LearningRate = 2e-3,
            LearningStarts = 200,
            TrainFrequency = 1,
            GradientSteps = 2,
            ExplorationFraction = 0.5,
            TargetUpdateInterval = 100,
        },
        setup);

    private static void ExpectExported(PolicyGraph graph)
    {
        using MemoryStream stream = new();
        graph.WriteOnnx(stream);
        float[] observation = [.. Enumerable.Range(0, graph.ObservationSize).Select(i => i % 3 / 2f)];
        float[] own = graph.Compute(observation);
        OnnxArray found = new OnnxInterpreter(stream.ToArray()).Run(
            new([1, observation.Length], [.. observation.Select(x => (double)x)]));
        Assert.All(own.Zip(found.Values), pair =>
            Assert.Equal(pair.Second, pair.First, 1e-6 * Math.Max(1, Math.Abs(pair.Second))));
    }
}
