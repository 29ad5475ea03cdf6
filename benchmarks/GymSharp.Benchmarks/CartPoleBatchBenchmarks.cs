using BenchmarkDotNet.Attributes;
using GymSharp.Environments.ClassicControl;
using GymSharp.Vector;

namespace GymSharp.Benchmarks;

/// <summary>
/// 1,024 cart-poles: SIMD batch, exact vector environment on one and on two threads. Time per single step.
/// </summary>
[MemoryDiagnoser]
public class CartPoleBatchBenchmarks
{
    private const int Envs = 1024;
    private readonly int[] actions = new int[Envs];
    private readonly float[] observations = new float[Envs * 4];
    private readonly float[] rewards = new float[Envs];
    private readonly bool[] terminated = new bool[Envs];
    private readonly bool[] truncated = new bool[Envs];
    private readonly CartPoleBatch simd = new(Envs);
    private VectorEnv<float, int>? one;
    private VectorEnv<float, int>? two;
    private StepBatch<float>? batch;

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < Envs; i++)
        {
            actions[i] = (i * 7) % 3 == 0 ? 1 : 0;
        }

        MakeVecOptions options = new() { Mode = VectorizationMode.Parallel };
        one = Gym.MakeVec<float, int>("CartPole-v1", Envs, options with { Workers = 1 });
        two = Gym.MakeVec<float, int>("CartPole-v1", Envs, options with { Workers = 2 });
        batch = one.CreateBatch();
        one.Reset(observations, 1);
        two.Reset(observations, 1);
        simd.Reset(1, observations);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        one?.Dispose();
        two?.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Envs)]
    public void Simd() => simd.Step(actions, observations, rewards, terminated, truncated);

    [Benchmark(OperationsPerInvoke = Envs, Baseline = true)]
    public void Exact() => one!.Step(actions, batch!);

    [Benchmark(OperationsPerInvoke = Envs)]
    public void ExactOnTwoThreads() => two!.Step(actions, batch!);
}
