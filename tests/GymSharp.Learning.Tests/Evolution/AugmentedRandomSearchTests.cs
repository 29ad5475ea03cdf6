using GymSharp.Learning.Networks;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;
using GymSharp.Vector;

namespace GymSharp.Learning.Evolution;

public sealed class AugmentedRandomSearchTests
{
    private const ulong Seed = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void With_one_best_direction_the_step_is_twice_the_step_size_along_its_better_half(int directions)
    {
        // The deviation of two returns is half their difference, so the difference cancels out.
        AugmentedRandomSearchOptions options = new() { Directions = directions, Top = 1, LearningRate = 0.25, Sigma = 0.5 };
        using AugmentedRandomSearch learner = Make(options);
        ParameterSet weights = learner.Networks["policy"];
        Assert.All(weights.Values.ToArray(), weight => Assert.Equal(0, weight));
        float[][] drawn = Drawn(options);
        LearningReport report = learner.Learn().First();
        Assert.Equal(2 * directions, report.Episodes);

        // A linear policy that begins at 0 answers with the sum of the changes of its weight and its bias.
        Parameter[] actor = [.. weights.Parameters.Where(parameter => parameter.Name.StartsWith("actor.out", StringComparison.Ordinal))];
        double[] shots = [.. drawn.Select(change => actor.Sum(parameter => (double)change[parameter.Offset]))];
        double best = shots.SelectMany(shot => new[] { shot, -shot }).MinBy(shot => Math.Abs((0.5 * shot) - AimEnv.Target));
        int chosen = Array.FindIndex(shots, shot => shot == best || shot == -best);
        foreach (Parameter parameter in actor)
        {
            double expected = 2 * 0.25 * (shots[chosen] == best ? 1 : -1) * drawn[chosen][parameter.Offset];
            Assert.Equal(expected, parameter.In(weights)[0], 1e-5 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 1, 0)]
    [InlineData(false, 3, 7)]
    public void It_finds_what_pays_most(bool normalize, int episodes, double bonus)
    {
        AugmentedRandomSearchOptions options = new()
        {
            Directions = 4,
            Top = 2,
            LearningRate = 0.1,
            Normalize = normalize,
            Episodes = episodes,
            AliveBonusOffset = bonus,
        };
        using AugmentedRandomSearch learner = Make(options);
        LearningReport last = learner.Learn().ElementAt(200);
        Assert.Equal(201 * 8 * episodes, last.Episodes);
        Assert.InRange(last.EpisodeReturn!.Value, -0.3, 0);
        Assert.Equal(last.EpisodeReturn.Value + bonus, last.Metrics[0].Value, 1e-4);
        using Env env = Gym.Make(AimEnv.Registration());
        Assert.InRange(learner.Agent.On(env).PlayEpisode(1).Return, -0.1, 0);
    }

    [Fact]
    public void The_policy_of_pictures_is_linear_and_begins_at_zero_unless_convolutions_are_asked_for()
    {
        using AugmentedRandomSearch linear = Pictures(new());
        ParameterSet weights = linear.Networks["policy"];
        Assert.Equal(
            ["actor.out.weight", "actor.out.bias", "critic.out.weight", "critic.out.bias"],
            weights.Parameters.Select(parameter => parameter.Name));
        Assert.All(weights.Values.ToArray(), weight => Assert.Equal(0, weight));

        using AugmentedRandomSearch convolutional = Pictures(new() { Convolutions = true });
        ParameterSet layers = convolutional.Networks["policy"];
        Parameter kernels = layers.Parameters.Single(parameter => parameter.Name == "actor.conv.weight");
        Assert.Contains(kernels.In(layers).ToArray(), weight => weight != 0);

        AugmentedRandomSearch Pictures(AugmentedRandomSearchOptions options) =>
            new(ValueLearners.Envs("MinAtar/Breakout-v1", 1), options, new LearnerSetup(Seed, 100));
    }

    [Theory]
    [InlineData("ars")]
    [InlineData("es")]
    public void Standard_deviations_which_no_trial_shows_stay_as_they_are(string name)
    {
        using ILearner learner = name == "ars"
            ? Make(new() { LogStdInitial = -1, ZeroWeights = false })
            : new EvolutionStrategy(
                Envs(2), new() { Population = 4, LogStdInitial = -1 }, new LearnerSetup(Seed, 10_000));
        ParameterSet weights = ((IHasNetworks)learner).Networks["policy"];
        float[] first = weights.Values.ToArray();
        _ = learner.Learn().ElementAt(2);
        Parameter deviation = weights.Parameters.Single(parameter => parameter.Name == "actor.log_std");
        Assert.Equal([-1], deviation.In(weights).ToArray());
        Assert.NotEqual(first, weights.Values.ToArray());
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        string[] errors = [.. new AugmentedRandomSearchOptions { Top = 9, ZeroWeights = true, Hidden = [4] }.Errors()];
        Assert.Equal(2, errors.Length);
        Assert.Contains("only 8 directions", errors[0], StringComparison.Ordinal);
        Assert.Contains("make 'hidden' empty", errors[1], StringComparison.Ordinal);
        Assert.Contains(
            "'convolutions' false",
            Assert.Single(new AugmentedRandomSearchOptions { ZeroWeights = true, Convolutions = true }.Errors()),
            StringComparison.Ordinal);
        Assert.Empty(new AugmentedRandomSearchOptions().Errors());
    }

    private static TrainingEnv Envs(int count) => new(Gym.MakeVec(
        AimEnv.Registration(), count, new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));

    private static AugmentedRandomSearch Make(AugmentedRandomSearchOptions options) =>
        new(Envs(2), options, new LearnerSetup(Seed, 10_000));

    // The directions of the first update, drawn as the learner draws them.
    private static float[][] Drawn(AugmentedRandomSearchOptions options)
    {
        Rng[] streams = new Rng(new SeedSequence(Seed).Spawn(1)[0]).Spawn(2);
        using TrainingEnv envs = Envs(1);
        using ActorCriticNetwork network = new(envs, options with { SharedNetwork = false }, streams[0]);
        using PolicyTrials trials = new(envs, network, usesMasks: true, options.Directions);
        trials.Draw(streams[1]);
        return trials.Changes;
    }
}
