namespace GymSharp.Physics2D;

/// <summary>What a wheel joint is made from. Write <c>new WheelJointDescription(car, wheel) { … }</c>.</summary>
/// <param name="BodyA">The car.</param>
/// <param name="BodyB">The wheel.</param>
public readonly record struct WheelJointDescription(Body BodyA, Body BodyB)
{
    /// <summary>Where the wheel is at rest, in the car's frame, metres.</summary>
    public Vec2 LocalAnchorA { get; init; }

    /// <summary>The hub in the wheel's frame, metres.</summary>
    public Vec2 LocalAnchorB { get; init; }

    /// <summary>The unit direction of the suspension in the car's frame.</summary>
    public Vec2 LocalAxisA { get; init; } = new(1, 0);

    /// <summary>Whether the motor runs.</summary>
    public bool EnableMotor { get; init; }

    /// <summary>rad/s.</summary>
    public float MotorSpeed { get; init; }

    /// <summary>N·m, at least 0.</summary>
    public float MaximumMotorTorque { get; init; }

    /// <summary>Of the suspension, Hz; 0 for none.</summary>
    public float Frequency { get; init; } = 2.0f;

    /// <summary>Of the suspension; 1 for critical damping.</summary>
    public float DampingRatio { get; init; } = 0.7f;

    /// <summary>Whether the two bodies' fixtures may touch.</summary>
    public bool CollideConnected { get; init; }

    /// <summary>A wheel at a point where the bodies are now.</summary>
    /// <param name="car">The first body.</param>
    /// <param name="wheel">The second body.</param>
    /// <param name="anchor">In the world, metres.</param>
    /// <param name="axis">Of the suspension, in the world.</param>
    public static WheelJointDescription At(Body car, Body wheel, Vec2 anchor, Vec2 axis) => new(car, wheel)
    {
        LocalAnchorA = car.LocalPoint(anchor),
        LocalAnchorB = wheel.LocalPoint(anchor),
        LocalAxisA = car.LocalVector(axis),
    };
}
