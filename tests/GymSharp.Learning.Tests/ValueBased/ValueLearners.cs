using GymSharp.Learning.Views;
using GymSharp.Registration;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.ValueBased;

/// <summary>Makes and trains learners for tests.</summary>
internal static class ValueLearners
{
    public const string Lake = "FrozenLake-v1";
    public const string Bits = "BitFlipping-v0";

    public static Dqn Make(string env, ValueOptions options, ulong seed, long steps, int threads = 1) =>
        new(Envs(env, options.Envs), options, new LearnerSetup(seed, steps) { Threads = threads });

    public static TrainingEnv Envs(string id, int count) => new(Gym.MakeVec(
        id, count, new MakeVecOptions
        {
            Autoreset = AutoresetMode.SameStep,
            Mode = VectorizationMode.Sync,
            Make = Arguments(id),
        }));

    /// <summary>Arguments of an environment: none, no ice on the lake, and more bits than come right by chance.</summary>
    public static MakeOptions Arguments(string id) => id switch
    {
        Lake => new MakeOptions { Arguments = new Dictionary<string, object?> { ["is_slippery"] = false } },
        Bits => new MakeOptions { Arguments = new Dictionary<string, object?> { ["bits"] = 50 } },
        _ => new MakeOptions(),
    };

    /// <summary>Trains until a number of steps is reached and gives the last report.</summary>
    public static LearningReport Train(ILearner learner, long steps)
    {
        foreach (LearningReport report in learner.Learn())
        {
            if (report.Steps >= steps)
            {
                return report;
            }
        }

        throw new InvalidOperationException("The learner stopped.");
    }

    public static byte[] Saved(ILearner learner)
    {
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }

    public static void Restore(ILearner learner, byte[] state)
    {
        StateSync sync = StateSync.ForReading(state);
        learner.SyncState(sync);
        sync.ExpectEnd();
    }
}
