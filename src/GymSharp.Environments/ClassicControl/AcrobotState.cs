namespace GymSharp.Environments.ClassicControl;

/// <summary>Two links, the first hanging from a fixed joint.</summary>
/// <typeparam name="T">One number or a vector of them.</typeparam>
/// <param name="Angle1">Of the first link from hanging down, radians.</param>
/// <param name="Angle2">Of the second link against the first, radians.</param>
/// <param name="Velocity1">Of the first angle, rad/s.</param>
/// <param name="Velocity2">Of the second angle, rad/s.</param>
internal readonly record struct AcrobotState<T>(T Angle1, T Angle2, T Velocity1, T Velocity2);
