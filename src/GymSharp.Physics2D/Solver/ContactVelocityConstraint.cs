namespace GymSharp.Physics2D;

/// <summary>A contact as the velocity solver sees it.</summary>
internal struct ContactVelocityConstraint
{
    public ContactPoint Point1;
    public ContactPoint Point2;
    public Vec2 Normal;
    public PairMass Mass;
    public Mat22 K;
    public Mat22 InverseK;
    public float Friction;
    public float TangentSpeed;
    public int IndexA;
    public int IndexB;
    public int PointCount;
}
