namespace GymSharp.Physics2D;

/// <summary>What a velocity solver needs to know of a point of contact.</summary>
internal struct ContactPoint
{
    public Vec2 ArmA;
    public Vec2 ArmB;
    public float NormalMass;
    public float TangentMass;
    public float VelocityBias;

    public ContactPoint(Vec2 armA, Vec2 armB, Vec2 normal, in PairMass mass)
    {
        ArmA = armA;
        ArmB = armB;
        NormalMass = Inverse(mass.Along(Vec2.Cross(armA, normal), Vec2.Cross(armB, normal)));
        Vec2 tangent = Vec2.RightOf(normal);
        TangentMass = Inverse(mass.Along(Vec2.Cross(armA, tangent), Vec2.Cross(armB, tangent)));
    }

    private static float Inverse(float k) => k > 0.0f ? 1.0f / k : 0.0f;
}
