using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>A piece of flame.</summary>
/// <param name="Body">The body that flies and bounces.</param>
/// <param name="Life">What is left of its life; it is gone below 0.</param>
internal readonly record struct LanderParticle(Body Body, double Life);
