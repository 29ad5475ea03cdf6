using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Counts the steps of an episode for the wrappers that show them.</summary>
/// <param name="limit">The step that truncates the episode.</param>
/// <param name="normalizes">
/// Whether time is the part of the limit that has passed, instead of a number of steps.
/// </param>
internal sealed class EpisodeClock(int limit, bool normalizes)
{
    private int steps;

    /// <summary>
    /// The space of <see cref="Value"/>: one <c>float</c> in [0, 1], or one <c>int</c> in [0, limit].
    /// </summary>
    public Space Space { get; } = normalizes ? new Box<float>(0.0f, 1.0f, 1) : new Box<int>(0, limit, 1);

    /// <summary>The present time as a number.</summary>
    public double Number => normalizes ? (float)((double)steps / limit) : steps;

    /// <summary>The present time as a value of <see cref="Space"/>.</summary>
    public object Value => normalizes ? new[] { (float)((double)steps / limit) } : new[] { steps };

    /// <summary>Starts an episode or counts a step.</summary>
    public void Advance(bool isReset) => steps = isReset ? 0 : steps + 1;

    /// <summary>Reads or writes the count.</summary>
    public void SyncState(StateSync sync) => sync.Sync(ref steps);
}
