namespace GymSharp.Physics2D;

/// <summary>What velocity solvers change, m/s and rad/s.</summary>
internal struct BodyVelocity
{
    public Vec2 Linear;
    public float Angular;
}
