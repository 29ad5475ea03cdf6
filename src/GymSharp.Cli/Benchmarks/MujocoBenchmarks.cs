using GymSharp.Mujoco;
using GymSharp.Mujoco.Locomotion;
using GymSharp.Mujoco.Native;
using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// MuJoCo environments as <c>Gym.Make</c> gives them, against a bare loop of the same native calls on the same states;
/// and batches on two threads against one, beside bare loops on two threads against one, which is what the machine has.
/// </summary>
internal static class MujocoBenchmarks
{
    private const int MostSteps = 300;
    private const int LeastSteps = 20;

    // What is compared differs by a few hundredths: it takes many turns until both have met a quiet moment, or as much
    // of what comes between.
    private const int Rounds = 160;

    // So many that little time is lost where one thread has finished and the other has a step to go, and so few that
    // their data stay in the caches of two cores.
    private const int Envs = 32;

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        EnvRegistry registry = new();
        if (MujocoLibrary.IsAvailable)
        {
            LocomotionFamily.Register(registry);
        }

        foreach (EnvSpec spec in registry.Specs)
        {
            string name = $"mujoco/{spec.Id}";
            yield return (name, () => Single(name, spec));
        }

        foreach (EnvSpec spec in registry.Specs.Where(spec => spec.Version == (int)TaskVersion.V5))
        {
            string name = $"mujoco/two-workers/{spec.Id}";
            string bare = $"mujoco/two-bare-loops/{spec.Id}";
            yield return (name, () => TwoWorkers(name, spec.Id));
            yield return (bare, () => TwoBareLoops(bare, spec));
        }
    }

    private static BenchmarkResult Single(string name, EnvSpec spec)
    {
        using Env<double[], float[]> env = (Env<double[], float[]>)Gym.Make(spec);
        (MujocoWork work, BareLoop loop) = Beside(env);
        using BareLoop owned = loop;
        (double value, double reference) =
            Throughput.MeasureBeside(work.StepEnvironment, () => work.StepBare(loop), Rounds);
        return new(name, value, "steps/s", reference);
    }

    private static (MujocoWork Work, BareLoop Loop) Beside(Env<double[], float[]> env)
    {
        LocomotionEnv bare = (LocomotionEnv)env.Unwrapped;
        int frameSkip = (int)Math.Round(bare.Duration / bare.Model.Timestep);
        return (new(env, bare.Data, StepsPerRound(env, bare.Data)), new(bare.Model, frameSkip));
    }

    // As many as a round of a measurement has time for: in longer rounds something always comes between.
    private static int StepsPerRound(Env<double[], float[]> env, MujocoData data)
    {
        double rate = Throughput.Measure(new MujocoWork(env, data, LeastSteps).StepEnvironment);
        return (int)Math.Clamp(rate * Throughput.RoundTime.TotalSeconds, LeastSteps, MostSteps);
    }

    private static BenchmarkResult TwoWorkers(string name, string id)
    {
        using VectorEnv<double, float> two = Batch(id, 2);
        using VectorEnv<double, float> one = Batch(id, 1);
        (double value, double reference) = Throughput.MeasureMeansBeside(Stepper(two), Stepper(one), Rounds);
        return new(name, value, "steps/s", reference);
    }

    private static BenchmarkResult TwoBareLoops(string name, EnvSpec spec)
    {
        using Env<double[], float[]> one = (Env<double[], float[]>)Gym.Make(spec);
        using Env<double[], float[]> other = (Env<double[], float[]>)Gym.Make(spec);
        (MujocoWork first, BareLoop firstLoop) = Beside(one);
        (MujocoWork second, BareLoop secondLoop) = Beside(other);
        using BareLoop owned = firstLoop;
        using BareLoop alsoOwned = secondLoop;
        (double value, double reference) = Throughput.MeasureMeansBeside(
            () =>
            {
                long steps = 0;
                Parallel.Invoke(
                    () => Interlocked.Add(ref steps, first.StepBare(firstLoop)),
                    () => Interlocked.Add(ref steps, second.StepBare(secondLoop)));
                return steps;
            },
            () => first.StepBare(firstLoop),
            Rounds);
        return new(name, value, "steps/s", reference);
    }

    private static VectorEnv<double, float> Batch(string id, int workers) => Gym.MakeVec<double, float>(
        id, Envs, new MakeVecOptions { Mode = VectorizationMode.Parallel, Workers = workers });

    private static Func<long> Stepper(VectorEnv<double, float> envs)
    {
        envs.ActionSpace.Seed(1);
        float[] actions = (float[])envs.ActionSpace.SampleValue();
        StepBatch<double> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, 1);
        return () =>
        {
            envs.Step(actions, batch);
            return envs.NumEnvs;
        };
    }
}
