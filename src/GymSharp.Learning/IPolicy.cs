namespace GymSharp.Learning;

/// <summary>Chooses an action for an observation.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public interface IPolicy<in TObservation, out TAction>
{
    /// <summary>The action to take.</summary>
    TAction Act(TObservation observation);
}
