namespace GymSharp.Environments.ClassicControl;

/// <summary>A pendulum.</summary>
/// <typeparam name="T">One number or a vector of them.</typeparam>
/// <param name="Angle">From the upright position, radians, counter-clockwise; not wrapped.</param>
/// <param name="AngularVelocity">rad/s.</param>
internal readonly record struct PendulumState<T>(T Angle, T AngularVelocity);
