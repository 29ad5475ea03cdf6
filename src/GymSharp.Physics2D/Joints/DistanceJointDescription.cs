namespace GymSharp.Physics2D;

/// <summary>What a distance joint is made from. Write <c>new DistanceJointDescription(a, b) { … }</c>.</summary>
/// <param name="BodyA">The first body.</param>
/// <param name="BodyB">The second body.</param>
public readonly record struct DistanceJointDescription(Body BodyA, Body BodyB)
{
    /// <summary>One end in the first body's frame, metres.</summary>
    public Vec2 LocalAnchorA { get; init; }

    /// <summary>The other end in the second body's frame, metres.</summary>
    public Vec2 LocalAnchorB { get; init; }

    /// <summary>The length at rest, metres, above 0.</summary>
    public float Length { get; init; } = 1.0f;

    /// <summary>Of the spring, Hz; 0 for a rod.</summary>
    public float Frequency { get; init; }

    /// <summary>Of the spring; 1 for critical damping.</summary>
    public float DampingRatio { get; init; }

    /// <summary>Whether the two bodies' fixtures may touch.</summary>
    public bool CollideConnected { get; init; }

    /// <summary>A rod between two points where the bodies are now.</summary>
    /// <param name="bodyA">The first body.</param>
    /// <param name="bodyB">The second body.</param>
    /// <param name="anchorA">In the world, metres.</param>
    /// <param name="anchorB">In the world, metres.</param>
    public static DistanceJointDescription Between(Body bodyA, Body bodyB, Vec2 anchorA, Vec2 anchorB) =>
        new(bodyA, bodyB)
        {
            LocalAnchorA = bodyA.LocalPoint(anchorA),
            LocalAnchorB = bodyB.LocalPoint(anchorB),
            Length = (anchorB - anchorA).Length,
        };
}
