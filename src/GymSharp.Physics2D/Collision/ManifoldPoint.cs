namespace GymSharp.Physics2D;

/// <summary>One point of contact.</summary>
public struct ManifoldPoint
{
    /// <summary>In the frame of the body that does not hold the face, metres.</summary>
    public Vec2 LocalPoint { get; internal set; }

    /// <summary>What keeps the bodies apart, N·s.</summary>
    public float NormalImpulse { get; internal set; }

    /// <summary>The friction, N·s.</summary>
    public float TangentImpulse { get; internal set; }

    /// <summary>The features that touch; the same id in two steps is the same point.</summary>
    public ContactFeature Id { get; internal set; }
}
