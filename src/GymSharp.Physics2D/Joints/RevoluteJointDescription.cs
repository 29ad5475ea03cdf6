namespace GymSharp.Physics2D;

/// <summary>What a revolute joint is made from. Write <c>new RevoluteJointDescription(a, b) { … }</c>.</summary>
/// <param name="BodyA">The first body.</param>
/// <param name="BodyB">The second body.</param>
public readonly record struct RevoluteJointDescription(Body BodyA, Body BodyB)
{
    /// <summary>The hinge in the first body's frame, metres.</summary>
    public Vec2 LocalAnchorA { get; init; }

    /// <summary>The hinge in the second body's frame, metres.</summary>
    public Vec2 LocalAnchorB { get; init; }

    /// <summary>The angle of the second body minus that of the first where the joint's angle is 0, radians.</summary>
    public float ReferenceAngle { get; init; }

    /// <summary>Whether the joint's angle has limits.</summary>
    public bool EnableLimit { get; init; }

    /// <summary>Radians.</summary>
    public float LowerAngle { get; init; }

    /// <summary>Radians.</summary>
    public float UpperAngle { get; init; }

    /// <summary>Whether the motor runs.</summary>
    public bool EnableMotor { get; init; }

    /// <summary>rad/s.</summary>
    public float MotorSpeed { get; init; }

    /// <summary>N·m, at least 0.</summary>
    public float MaximumMotorTorque { get; init; }

    /// <summary>Whether the two bodies' fixtures may touch.</summary>
    public bool CollideConnected { get; init; }

    /// <summary>A hinge at a point where the bodies are now.</summary>
    /// <param name="bodyA">The first body.</param>
    /// <param name="bodyB">The second body.</param>
    /// <param name="anchor">In the world, metres.</param>
    public static RevoluteJointDescription At(Body bodyA, Body bodyB, Vec2 anchor) => new(bodyA, bodyB)
    {
        LocalAnchorA = bodyA.LocalPoint(anchor),
        LocalAnchorB = bodyB.LocalPoint(anchor),
        ReferenceAngle = bodyB.Angle - bodyA.Angle,
    };
}
