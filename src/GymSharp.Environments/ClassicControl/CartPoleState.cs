namespace GymSharp.Environments.ClassicControl;

/// <summary>Cart and pole.</summary>
/// <typeparam name="T">One number or a vector of them.</typeparam>
/// <param name="Position">Of the cart along the track, metres from its middle.</param>
/// <param name="Velocity">Of the cart, m/s.</param>
/// <param name="Angle">Of the pole from the vertical, radians, clockwise.</param>
/// <param name="AngularVelocity">Of the pole, rad/s.</param>
internal readonly record struct CartPoleState<T>(T Position, T Velocity, T Angle, T AngularVelocity);
