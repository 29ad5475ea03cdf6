namespace GymSharp;

/// <summary>An environment that brings a hand-written controller of its own, for demonstrations and tests.</summary>
/// <typeparam name="TObservation">Type of an observation.</typeparam>
/// <typeparam name="TAction">Type of an action.</typeparam>
public interface IHasHeuristic<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Whether this environment has a controller: one of several games may have one, another not.</summary>
    bool HasHeuristic => true;

    /// <summary>Makes a controller for one episode; it may remember what it saw.</summary>
    /// <returns>Chooses an action for an observation of the environment itself, without wrappers.</returns>
    Func<TObservation, TAction> CreateHeuristic();
}
