using GymSharp.Randomness;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Chooses actions to learn from.</summary>
internal interface IExplorer
{
    /// <summary>Chooses an action in every environment.</summary>
    /// <param name="step">Which step of the phase, from 0.</param>
    /// <param name="observations">[envs, observation].</param>
    /// <param name="actions">Receives numbers between -1 and 1, [envs, actions].</param>
    /// <param name="rng">Draws.</param>
    void Explore(int step, ReadOnlySpan<float> observations, Span<float> actions, Rng rng);
}
