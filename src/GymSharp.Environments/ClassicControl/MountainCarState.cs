namespace GymSharp.Environments.ClassicControl;

/// <summary>A car in a valley.</summary>
/// <typeparam name="T">One number or a vector of them.</typeparam>
/// <param name="Position">Along the x axis; the bottom of the valley is at −π/6.</param>
/// <param name="Velocity">Change of the position in one step.</param>
internal readonly record struct MountainCarState<T>(T Position, T Velocity);
