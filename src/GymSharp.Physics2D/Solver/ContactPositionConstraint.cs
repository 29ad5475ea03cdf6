namespace GymSharp.Physics2D;

/// <summary>A contact as the position solver sees it.</summary>
internal struct ContactPositionConstraint
{
    public Vec2 LocalPoint1;
    public Vec2 LocalPoint2;
    public Vec2 LocalNormal;
    public Vec2 LocalPoint;
    public Vec2 LocalCenterA;
    public Vec2 LocalCenterB;
    public PairMass Mass;
    public float RadiusA;
    public float RadiusB;
    public ManifoldKind Kind;
    public int IndexA;
    public int IndexB;
    public int PointCount;

    public ContactPositionConstraint(Contact contact)
    {
        ref Manifold manifold = ref contact.MutableManifold;
        Body a = contact.BodyA;
        Body b = contact.BodyB;
        LocalPoint1 = manifold.At(0).LocalPoint;
        LocalPoint2 = manifold.At(1).LocalPoint;
        LocalNormal = manifold.LocalNormal;
        LocalPoint = manifold.LocalPoint;
        LocalCenterA = a.Sweep.LocalCenter;
        LocalCenterB = b.Sweep.LocalCenter;
        Mass = PairMass.Of(a, b);
        RadiusA = contact.FixtureA.Shape.Radius;
        RadiusB = contact.FixtureB.Shape.Radius;
        Kind = manifold.Kind;
        IndexA = a.IslandIndex;
        IndexB = b.IslandIndex;
        PointCount = manifold.PointCount;
    }

    /// <summary>How far a point is apart, and where and in which direction to push.</summary>
    public readonly float Separation(
        in Transform a, in Transform b, Vec2 localPoint, out Vec2 normal, out Vec2 point)
    {
        switch (Kind)
        {
            case ManifoldKind.Points:
                Vec2 pointA = a * LocalPoint;
                Vec2 pointB = b * LocalPoint1;
                normal = (pointB - pointA).Normalized();
                point = 0.5f * (pointA + pointB);
                return Vec2.Dot(pointB - pointA, normal) - RadiusA - RadiusB;

            case ManifoldKind.FaceA:
                normal = a.Rotation * LocalNormal;
                point = b * localPoint;
                return Vec2.Dot(point - a * LocalPoint, normal) - RadiusA - RadiusB;

            default:
                normal = b.Rotation * LocalNormal;
                point = a * localPoint;
                float separation = Vec2.Dot(point - b * LocalPoint, normal) - RadiusA - RadiusB;
                normal = -normal;
                return separation;
        }
    }
}
