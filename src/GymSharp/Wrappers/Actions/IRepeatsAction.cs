namespace GymSharp.Wrappers;

/// <summary>A wrapper whose step is several of the environment below.</summary>
public interface IRepeatsAction
{
    /// <summary>
    /// Called after each step of the environment below that another one follows, for those who film every step; null
    /// for nobody.
    /// </summary>
    Action? BetweenSteps { get; set; }
}
