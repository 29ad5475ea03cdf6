namespace GymSharp.Physics2D;

/// <summary>All that a joint's velocity solver remembers from one iteration to the next.</summary>
internal struct JointImpulse
{
    public Vec3 Constraint;
    public float Motor;
}
