using System.Runtime.CompilerServices;

namespace GymSharp;

/// <summary>What one step of an environment gives back.</summary>
/// <typeparam name="TObservation">Type of the observation.</typeparam>
/// <param name="Observation">What the agent sees after the step.</param>
/// <param name="Reward">Reward of the step; a float32 reward is given as the double of the same value.</param>
/// <param name="Terminated">The task ended: no value follows this state.</param>
/// <param name="Truncated">The episode was cut off, for example by a time limit; the state still has a value.</param>
/// <param name="Info">Further facts; <see cref="Info.Empty"/> where there are none.</param>
public readonly record struct Step<TObservation>(
    TObservation Observation, double Reward, bool Terminated, bool Truncated, Info Info)
{
    /// <summary>Whether the episode is over, for either reason.</summary>
    public bool Done => Terminated | Truncated;

    /// <summary>The same step with another <see cref="Truncated"/>.</summary>
    /// <remarks>
    /// A <c>with</c> expression copies all fields in one wide load. Right after the environment wrote them one by one,
    /// that load waits until every earlier store has left the processor's store buffer, which costs as much as a whole
    /// step of a small environment; narrow loads are served from the buffer.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Step<TObservation> WithTruncated(bool truncated) => new(Observation, Reward, Terminated, truncated, Info);
}
