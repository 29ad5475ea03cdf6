using System.Runtime.InteropServices;

namespace GymSharp.Tabular;

/// <summary>One thing that may happen when an action is taken in a state.</summary>
/// <param name="Probability">How likely it is, 0 to 1.</param>
/// <param name="NextState">Number of the state that follows.</param>
/// <param name="Reward">The reward that is paid.</param>
/// <param name="Terminated">Whether the task ends with it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Transition(double Probability, int NextState, double Reward, bool Terminated);
