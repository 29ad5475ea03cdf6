using GymSharp.Learning.Networks;

namespace GymSharp.Learning;

/// <summary>A learner whose greedy policy is one computation, which can be exported.</summary>
public interface IHasPolicyGraph
{
    /// <summary>The computation.</summary>
    PolicyGraph Graph { get; }
}
