namespace GymSharp.Vector;

/// <summary>A <see cref="BatchedEnv"/> whose actions are single numbers.</summary>
/// <typeparam name="TAction"><c>int</c> for discrete actions, <c>float</c> for one continuous action.</typeparam>
/// <param name="numEnvs">Number of environments, at least 1.</param>
/// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
public abstract class BatchedEnv<TAction>(int numEnvs, int maxEpisodeSteps) : BatchedEnv(numEnvs, maxEpisodeSteps)
    where TAction : unmanaged
{
    /// <summary>Steps every environment; those whose episode ends are reset at once. Allocates nothing.</summary>
    /// <param name="actions">One action per environment.</param>
    /// <param name="observations">
    /// Receives <c>NumEnvs × ObservationLength</c> numbers, row by row; after an end, the first observation of the next
    /// episode.
    /// </param>
    /// <param name="rewards">Receives one reward per environment.</param>
    /// <param name="terminated">Receives whether the task ended.</param>
    /// <param name="truncated">
    /// Receives whether the time limit was reached, be it in the step that also terminated.
    /// </param>
    /// <param name="finalObservations">
    /// Receives, in the rows of ended episodes only, the true last observation; may be left out.
    /// </param>
    /// <exception cref="ArgumentException">A length does not fit; nothing was changed.</exception>
    /// <exception cref="InvalidActionException">
    /// An action lies outside the action space; nothing was changed.
    /// </exception>
    /// <exception cref="ResetNeededException">There was no reset yet.</exception>
    public abstract void Step(
        ReadOnlySpan<TAction> actions,
        Span<float> observations,
        Span<float> rewards,
        Span<bool> terminated,
        Span<bool> truncated,
        Span<float> finalObservations = default);
}
