namespace GymSharp.Physics2D;

/// <summary>Where a ray enters a shape.</summary>
/// <param name="Normal">The surface's outward direction there.</param>
/// <param name="Fraction">How far along the ray, 0 at its start.</param>
public readonly record struct RayCastHit(Vec2 Normal, float Fraction);
