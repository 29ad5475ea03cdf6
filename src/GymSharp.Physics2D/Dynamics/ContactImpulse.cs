namespace GymSharp.Physics2D;

/// <summary>The impulses of a contact in one step, N·s.</summary>
/// <param name="Count">How many points acted, 1 or 2.</param>
/// <param name="Normal1">What kept the bodies apart at the first point.</param>
/// <param name="Tangent1">The friction at the first point.</param>
/// <param name="Normal2">What kept the bodies apart at the second point.</param>
/// <param name="Tangent2">The friction at the second point.</param>
public readonly record struct ContactImpulse(
    int Count, float Normal1, float Tangent1, float Normal2, float Tangent2);
