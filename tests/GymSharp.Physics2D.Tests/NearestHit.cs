namespace GymSharp.Physics2D;

/// <summary>Keeps the nearest hit of a ray.</summary>
internal struct NearestHit : IRayCastVisitor
{
    public Fixture? Fixture;
    public Vec2 Point;
    public Vec2 Normal;
    public float Fraction;

    public float Report(Fixture fixture, Vec2 point, Vec2 normal, float fraction)
    {
        (Fixture, Point, Normal, Fraction) = (fixture, point, normal, fraction);
        return fraction;
    }
}
