using GymSharp.Learning.Networks;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Optimization;
using GymSharp.Randomness;
using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Networks on one core, in billions of float32 operations per second; the reference is the core's peak, measured in
/// the same run. A multiply-add counts as two operations, and only the products of matrices count.
/// </summary>
internal static class NeuralBenchmarks
{
    private const double Billion = 1e9;
    private const string NatureCnnName = "nature-cnn/forward-backward";
    private const string PpoUpdateName = "update/ppo-CartPole-v1";

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        foreach ((int rows, int inner, int columns) in
            ((int, int, int)[])[(256, 64, 64), (256, 256, 256), (2048, 512, 512)])
        {
            string name = $"product/{rows}x{inner}x{columns}";
            yield return (name, () => Product(name, (rows, inner, columns)));
        }

        yield return (NatureCnnName, NatureCnn);
        yield return (PpoUpdateName, PpoUpdate);
    }

    private static BenchmarkResult Beside(string name, double operations, Action work)
    {
        (double rate, double peak) = Throughput.MeasureBeside(
            () =>
            {
                work();
                return 1;
            },
            FmaPeak.Burst);
        return new(name, operations * rate / Billion, "GFLOP/s", peak / Billion);
    }

    private static BenchmarkResult Product(string name, (int Rows, int Inner, int Columns) size)
    {
        (int rows, int inner, int columns) = size;
        using ParameterSet set = new();
        Parameter right = set.Add("right", new Shape(inner, columns));
        Parameter left = set.Add("left", new Shape(rows, inner));
        Rng rng = new(1);
        Fill(right.In(set), rng);
        Fill(left.In(set), rng);
        using Tape tape = new(set) { IsRecording = false };
        return Beside(name, 2.0 * rows * inner * columns, () =>
        {
            tape.Clear();
            tape.Use(left).MatMul(tape.Use(right));
        });
    }

    private static BenchmarkResult NatureCnn()
    {
        const int Pictures = 256;
        Shape picture = new(84, 84, 4);
        Rng rng = new(1);
        using ParameterSet set = new();
        NatureCnn network = new(set, "cnn", new CnnOptions { Picture = picture }, rng);
        float[] pixels = new float[Pictures * picture.Length];
        Fill(pixels, rng);
        using Tape tape = new(set);
        double second = 2.0 * 81 * 64 * 512;
        double third = 2.0 * 49 * 64 * 576;
        double dense = 2.0 * 3136 * 512;

        // Forwards all layers; backwards weights and inputs of all but the first, whose input needs no gradient.
        double operations = (2 * 2.0 * 400 * 32 * 256) + (3 * (second + third + dense));
        return Beside(NatureCnnName, Pictures * operations, () =>
        {
            tape.Clear();
            tape.Gradients.Clear();
            Tensor batch = tape.Input(pixels, new Shape(Pictures, picture[0], picture[1], picture[2]));
            tape.Backward(network.Forward(batch).Sum());
        });
    }

    // One gradient step as the zoo's options for CartPole make it: 256 samples, two networks of 4-64-64.
    private static BenchmarkResult PpoUpdate()
    {
        const int Samples = 256;
        using TrainingEnv env = new(
            Gym.MakeVec("CartPole-v1", 8, new MakeVecOptions
            {
                Mode = VectorizationMode.Sync,
                Autoreset = AutoresetMode.SameStep,
            }));
        PpoOptions options = new();
        Rng rng = new(1);
        using ActorCriticNetwork network = new(env, options, rng);
        using ShardedGradients gradients = new(network.Parameters);
        using Adam optimizer = new(network.Parameters, new AdamOptions());
        RolloutSamples samples = new(Samples, env.ObservationSize, env.ActionSize, 0);
        Fill(samples.Observations, rng);
        Fill(samples.Advantages, rng);
        samples.LogProbabilities.Fill(-MathF.Log(2));
        PpoLoss loss = new(network, options) { Samples = samples, ClipRange = 0.2 };
        double actor = (2 * 2.0 * 4 * 64) + (3 * 2.0 * ((64 * 64) + (64 * 2)));
        double critic = (2 * 2.0 * 4 * 64) + (3 * 2.0 * ((64 * 64) + 64));
        return Beside(PpoUpdateName, Samples * (actor + critic), () =>
        {
            gradients.Run(Samples, loss);
            gradients.Gradients.ClipByNorm(0.5f);
            optimizer.Step(gradients.Gradients);
        });
    }

    private static void Fill(Span<float> values, Rng rng)
    {
        foreach (ref float value in values)
        {
            value = (float)rng.Uniform(-1, 1);
        }
    }
}
