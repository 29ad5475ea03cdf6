namespace GymSharp.Learning;

/// <summary>One step of a history.</summary>
/// <typeparam name="TObservation">Type of the observation.</typeparam>
/// <typeparam name="TAction">Type of the action.</typeparam>
/// <param name="Episode">Number of the episode, from 0.</param>
/// <param name="Observation">What the agent saw when it chose the action.</param>
/// <param name="Reward">Reward that followed.</param>
/// <param name="Done">Whether the episode ended with this step.</param>
/// <param name="Info">Info that followed.</param>
/// <param name="Action">The action.</param>
/// <param name="Step">Number of the step within the episode, from 0.</param>
public readonly record struct HistoryEntry<TObservation, TAction>(
    int Episode, TObservation Observation, double Reward, bool Done, Info Info, TAction Action, int Step);
