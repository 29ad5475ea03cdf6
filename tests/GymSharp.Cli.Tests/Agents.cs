using GymSharp.Learning;
using GymSharp.Learning.Training;
using GymSharp.State;

namespace GymSharp.Cli;

/// <summary>Looks into the checkpoints of runs.</summary>
internal static class Agents
{
    /// <summary>Everything that decides the rest of a run, from its newest checkpoint.</summary>
    public static byte[] StateOf(string directory)
    {
        using ILearner learner = RunPlan.Load(directory).LoadLearner();
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }
}
