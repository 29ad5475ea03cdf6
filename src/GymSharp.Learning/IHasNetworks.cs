using GymSharp.Neural;

namespace GymSharp.Learning;

/// <summary>A learner whose agent is made of neural networks: a run keeps their weights in files besides.</summary>
public interface IHasNetworks
{
    /// <summary>
    /// The weights of each network by its name, for example <c>policy</c>; those that a trained agent is made of, not
    /// target networks.
    /// </summary>
    IReadOnlyDictionary<string, ParameterSet> Networks { get; }
}
