using GymSharp.State;

namespace GymSharp.Learning;

/// <summary>An algorithm at work on one environment.</summary>
/// <remarks>
/// The loop is a sequence: whoever reads <see cref="Learn"/> decides how long it runs, and logging, checkpoints,
/// evaluation and early stopping happen between two reports. Between two reports all state is in the fields that
/// <see cref="SyncState"/> covers, so a run that was saved there and restored goes on bit for bit as if undisturbed.
/// </remarks>
public interface ILearner : IDisposable
{
    /// <summary>The agent as far as it has learned; it acts greedily.</summary>
    IAgent Agent { get; }

    /// <summary>
    /// Learns, and reports after each episode, iteration or sweep. Ends only when nothing is left to learn.
    /// </summary>
    IEnumerable<LearningReport> Learn();

    /// <summary>
    /// Reads or writes everything that decides the rest of the run: tables, weights, generators, the environment.
    /// </summary>
    void SyncState(StateSync sync);
}
