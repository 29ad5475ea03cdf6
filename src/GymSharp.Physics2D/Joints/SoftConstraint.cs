namespace GymSharp.Physics2D;

/// <summary>A damped spring as a constraint that gives way.</summary>
/// <remarks>
/// C = error, v + (β/h) C + γ λ = 0 with γ = 1 / (h (d + h k)), β = h k γ: implicit Euler, stable for every stiffness
/// (Catto, "Soft Constraints", GDC 2011).
/// </remarks>
/// <param name="Bias">The speed asked for, m/s or rad/s.</param>
/// <param name="Gamma">How much an impulse lets the constraint give way.</param>
internal readonly record struct SoftConstraint(float Bias, float Gamma)
{
    /// <summary>The spring of a frequency and damping ratio at a mass.</summary>
    public static SoftConstraint Of(float frequency, float dampingRatio, float mass, float error, float h)
    {
        float omega = 2.0f * PhysicsConstants.Pi * frequency;
        float d = 2.0f * mass * dampingRatio * omega;
        float k = mass * omega * omega;
        float gamma = h * (d + h * k);
        gamma = gamma != 0.0f ? 1.0f / gamma : 0.0f;
        return new(error * h * k * gamma, gamma);
    }
}
