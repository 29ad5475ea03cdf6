namespace GymSharp.Physics2D;

/// <summary>What a weld joint is made from. Write <c>new WeldJointDescription(a, b) { … }</c>.</summary>
/// <param name="BodyA">The first body.</param>
/// <param name="BodyB">The second body.</param>
public readonly record struct WeldJointDescription(Body BodyA, Body BodyB)
{
    /// <summary>The weld in the first body's frame, metres.</summary>
    public Vec2 LocalAnchorA { get; init; }

    /// <summary>The weld in the second body's frame, metres.</summary>
    public Vec2 LocalAnchorB { get; init; }

    /// <summary>The angle of the second body minus that of the first, radians.</summary>
    public float ReferenceAngle { get; init; }

    /// <summary>Of the spring that resists turning, Hz; 0 for a stiff weld.</summary>
    public float Frequency { get; init; }

    /// <summary>Of that spring; 1 for critical damping.</summary>
    public float DampingRatio { get; init; }

    /// <summary>Whether the two bodies' fixtures may touch.</summary>
    public bool CollideConnected { get; init; }

    /// <summary>A weld at a point where the bodies are now.</summary>
    /// <param name="bodyA">The first body.</param>
    /// <param name="bodyB">The second body.</param>
    /// <param name="anchor">In the world, metres.</param>
    public static WeldJointDescription At(Body bodyA, Body bodyB, Vec2 anchor) => new(bodyA, bodyB)
    {
        LocalAnchorA = bodyA.LocalPoint(anchor),
        LocalAnchorB = bodyB.LocalPoint(anchor),
        ReferenceAngle = bodyB.Angle - bodyA.Angle,
    };
}
