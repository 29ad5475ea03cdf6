namespace GymSharp.Physics2D;

/// <summary>A ray.</summary>
/// <param name="From">Where it starts, metres.</param>
/// <param name="To">Where fraction 1 lies, metres.</param>
/// <param name="MaximumFraction">Hits beyond this fraction do not count.</param>
public readonly record struct RayCastInput(Vec2 From, Vec2 To, float MaximumFraction);
