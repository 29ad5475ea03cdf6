using System.Runtime.InteropServices;
using GymSharp.Cli.Running;
using GymSharp.Learning;
using GymSharp.Learning.Options;
using GymSharp.Learning.Training;
using GymSharp.Neural;
using GymSharp.Vector;

namespace GymSharp.Cli;

/// <summary>The samples that hold an algorithm in one file learn what the library learns, bit for bit.</summary>
public sealed class SingleFileTests : Workplace
{
    private const ulong Seed = 3;

    [Fact]
    public void Ppo_in_one_file_equals_the_library()
    {
        const int Updates = 1000;
        const int Epochs = 20;
        byte[] sample = WeightsOf("ppo.cs", Updates);
        using ILearner learner = Make("ppo", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["envs"] = 8,
            ["steps_per_update"] = 32,
            ["batch_size"] = 256,
            ["epochs"] = Epochs,
            ["gamma"] = 0.98,
            ["gae_lambda"] = 0.8,
            ["learning_rate"] = 0.001,
        });
        int reports = learner.Learn().Take(Updates / Epochs).Count();
        Assert.Equal(Updates / Epochs, reports);
        ParameterSet weights = Assert.Single(((IHasNetworks)learner).Networks).Value;
        Assert.Equal(sample, MemoryMarshal.AsBytes(weights.Values).ToArray());
    }

    [Fact]
    public void Dqn_in_one_file_equals_the_library()
    {
        const int UpdatesPerPhase = 128;
        const int Phases = 8;
        const int StepsPerPhase = 256;
        const int LearningStarts = 1000;
        byte[] sample = WeightsOf("dqn.cs", UpdatesPerPhase * Phases);
        using ILearner learner = Make("dqn", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["hidden"] = new object?[] { 256L, 256L },
            ["learning_rate"] = 0.0023,
            ["batch_size"] = 64,
            ["buffer_size"] = 100_000,
            ["learning_starts"] = LearningStarts,
            ["target_update_interval"] = 10,
            ["train_frequency"] = StepsPerPhase,
            ["gradient_steps"] = UpdatesPerPhase,
            ["exploration_fraction"] = 0.16,
            ["exploration_final"] = 0.04,
        });
        long lastStep = ((LearningStarts / StepsPerPhase) + Phases) * StepsPerPhase;
        Assert.Equal(lastStep, learner.Learn().First(report => report.Steps >= lastStep).Steps);
        ParameterSet weights = Assert.Single(((IHasNetworks)learner).Networks).Value;
        Assert.Equal(sample, MemoryMarshal.AsBytes(weights.Values).ToArray());
    }

    private static ILearner Make(string algorithm, Dictionary<string, object?> options)
    {
        AlgorithmSpec spec = AlgorithmCatalog.Find(algorithm);
        object bound = spec.BindOptions(options);
        VectorEnv envs = Gym.MakeVec(
            "CartPole-v1",
            ((IVectorOptions)bound).Envs,
            new MakeVecOptions { Mode = VectorizationMode.Sync, Autoreset = AutoresetMode.SameStep });
        return spec.Create(envs, bound, new LearnerSetup(Seed, 50_000));
    }

    // The release form of what it refers to is there already: the tests were built with it.
    private byte[] WeightsOf(string sample, int updates)
    {
        string weights = Path.GetFullPath(this["weights"]);
        string[] arguments = ["-c", "Release", Programs.Sample(sample), $"{updates}", $"{Seed}", weights];
        using RunningProgram program = new("run", Folder, arguments, Environment);
        program.Finish().Succeeded();
        return File.ReadAllBytes(weights);
    }
}
