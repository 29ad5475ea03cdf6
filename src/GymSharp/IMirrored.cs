namespace GymSharp;

/// <summary>
/// An environment, or a batch of them, that shows pictures and says which actions are each other's mirror images, so
/// that a learner may take what is seen in a mirror for experience too.
/// </summary>
/// <remarks>
/// Whether the task is the same in a mirror is not said: that depends on the game, and who asks a learner for mirror
/// images must know. Wrappers do not forward this interface: take it from <see cref="Env.Unwrapped"/>.
/// </remarks>
public interface IMirrored
{
    /// <summary>For each action the one with left and right exchanged; an action without a side stays itself.</summary>
    /// <exception cref="InvalidOperationException">An action has no counterpart.</exception>
    IReadOnlyList<int> MirroredActions { get; }
}
