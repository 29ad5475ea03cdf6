namespace GymSharp.Physics2D;

/// <summary>What a prismatic joint is made from. Write <c>new PrismaticJointDescription(a, b) { … }</c>.</summary>
/// <param name="BodyA">The first body.</param>
/// <param name="BodyB">The second body.</param>
public readonly record struct PrismaticJointDescription(Body BodyA, Body BodyB)
{
    /// <summary>A point of the line in the first body's frame, metres.</summary>
    public Vec2 LocalAnchorA { get; init; }

    /// <summary>The point that moves on the line, in the second body's frame, metres.</summary>
    public Vec2 LocalAnchorB { get; init; }

    /// <summary>The direction of the line in the first body's frame; its length does not count.</summary>
    public Vec2 LocalAxisA { get; init; } = new(1, 0);

    /// <summary>The angle of the second body minus that of the first, radians.</summary>
    public float ReferenceAngle { get; init; }

    /// <summary>Whether the translation has limits.</summary>
    public bool EnableLimit { get; init; }

    /// <summary>Metres.</summary>
    public float LowerTranslation { get; init; }

    /// <summary>Metres.</summary>
    public float UpperTranslation { get; init; }

    /// <summary>Whether the motor runs.</summary>
    public bool EnableMotor { get; init; }

    /// <summary>m/s.</summary>
    public float MotorSpeed { get; init; }

    /// <summary>N, at least 0.</summary>
    public float MaximumMotorForce { get; init; }

    /// <summary>Whether the two bodies' fixtures may touch.</summary>
    public bool CollideConnected { get; init; }

    /// <summary>A line through a point where the bodies are now.</summary>
    /// <param name="bodyA">The first body.</param>
    /// <param name="bodyB">The second body.</param>
    /// <param name="anchor">In the world, metres.</param>
    /// <param name="axis">In the world.</param>
    public static PrismaticJointDescription Along(Body bodyA, Body bodyB, Vec2 anchor, Vec2 axis) => new(bodyA, bodyB)
    {
        LocalAnchorA = bodyA.LocalPoint(anchor),
        LocalAnchorB = bodyB.LocalPoint(anchor),
        LocalAxisA = bodyA.LocalVector(axis),
        ReferenceAngle = bodyB.Angle - bodyA.Angle,
    };
}
