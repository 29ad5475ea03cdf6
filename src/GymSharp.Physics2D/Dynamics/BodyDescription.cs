namespace GymSharp.Physics2D;

/// <summary>
/// What a body is made from. Write <c>new BodyDescription { … }</c>; <c>default</c> lacks the defaults.
/// </summary>
public readonly record struct BodyDescription
{
    /// <summary>A static body at the origin; change what differs.</summary>
    public BodyDescription()
    {
    }

    /// <summary>How it moves.</summary>
    public BodyType Type { get; init; } = BodyType.Static;

    /// <summary>Of the body's origin, metres.</summary>
    public Vec2 Position { get; init; }

    /// <summary>Radians, anticlockwise.</summary>
    public float Angle { get; init; }

    /// <summary>Of the body's origin, m/s.</summary>
    public Vec2 LinearVelocity { get; init; }

    /// <summary>rad/s.</summary>
    public float AngularVelocity { get; init; }

    /// <summary>Share of the velocity lost per second, at least 0.</summary>
    public float LinearDamping { get; init; }

    /// <summary>Share of the angular velocity lost per second, at least 0.</summary>
    public float AngularDamping { get; init; }

    /// <summary>How much gravity pulls, 1 as usual.</summary>
    public float GravityScale { get; init; } = 1.0f;

    /// <summary>Whether it may fall asleep.</summary>
    public bool AllowSleep { get; init; } = true;

    /// <summary>Whether it starts awake.</summary>
    public bool IsAwake { get; init; } = true;

    /// <summary>Whether it takes part at all.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether it never turns.</summary>
    public bool FixedRotation { get; init; }

    /// <summary>Whether it must not tunnel through moving bodies either.</summary>
    public bool IsBullet { get; init; }

    /// <summary>A number of the caller's.</summary>
    public int Tag { get; init; }

    internal void Validate()
    {
        Require.Coordinates(Position, nameof(Position));
        Require.Finite(Angle, nameof(Angle));
        Require.Speed(LinearVelocity, nameof(LinearVelocity));
        Require.Speed(new(AngularVelocity, 0), nameof(AngularVelocity));
        Require.NotNegative(LinearDamping, nameof(LinearDamping));
        Require.NotNegative(AngularDamping, nameof(AngularDamping));
        Require.Finite(GravityScale, nameof(GravityScale));
    }
}
