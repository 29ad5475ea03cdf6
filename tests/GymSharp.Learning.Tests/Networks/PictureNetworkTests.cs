using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Vector;

namespace GymSharp.Learning.Networks;

public sealed class PictureNetworkTests
{
    [Theory]
    [InlineData(PictureNetwork.Auto, "conv.weight", 128)]
    [InlineData(PictureNetwork.MinAtar, "conv.weight", 128)]
    [InlineData(PictureNetwork.Fine, "cnn.2.weight", 256)]
    [InlineData(PictureNetwork.FineWide, "linear.2.weight", 256)]
    [InlineData(PictureNetwork.Impala, "conv_sequences.2.conv.weight", 256)]
    public void The_option_decides_what_pictures_go_through(PictureNetwork kind, string layer, int outputs)
    {
        using Ppo policy = new(
            Games(),
            new PpoOptions { Envs = 1, StepsPerUpdate = 8, BatchSize = 8, PictureNetwork = kind },
            new(1, 100));
        Assert.Contains($"trunk.{layer}", Names(policy));

        using Dqn values = new(
            Games(), new DqnOptions { PictureNetwork = kind, Hidden = [], BufferSize = 100 }, new(1, 100));
        Assert.Contains($"body.{layer}", Names(values));
        Assert.Equal(outputs, Set(values).Parameters.Single(one => one.Name == "head.0.weight").Shape[0]);
    }

    [Fact]
    public void Pictures_that_are_too_small_for_it_are_refused()
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(
            () => new Ppo(Games(), new PpoOptions { PictureNetwork = PictureNetwork.Nature }, new(1, 100)));
        Assert.StartsWith(
            "Pictures of 10 × 10 are too small for NatureCnn, which needs at least 36 × 36.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Observations_alone_are_scaled_where_that_is_asked_for()
    {
        TrainingEnv envs = Games();
        using Ppo learner = new(envs, new PpoOptions { NormalizeObservations = true }, new(1, 100));
        Assert.NotNull(envs.ObservationNormalizer);
        Assert.False(envs.ScalesRewards);

        TrainingEnv others = Games();
        using Ppo other = new(others, new PpoOptions { NormalizeRewards = true }, new(1, 100));
        Assert.Null(others.ObservationNormalizer);
        Assert.True(others.ScalesRewards);
    }

    private static TrainingEnv Games() => new(Gym.MakeVec(
        "MinAtar/Breakout-v1",
        1,
        new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));

    private static ParameterSet Set(ILearner learner) => ((IHasNetworks)learner).Networks.Values.First();

    private static IEnumerable<string> Names(ILearner learner) => Set(learner).Parameters.Select(one => one.Name);
}
