namespace GymSharp.Physics2D;

/// <summary>What a body resists motion with.</summary>
/// <param name="Mass">kg.</param>
/// <param name="Center">The centre of mass relative to the body's origin, metres.</param>
/// <param name="Inertia">Rotational inertia about the body's origin, kg·m².</param>
public readonly record struct MassData(float Mass, Vec2 Center, float Inertia);
