namespace GymSharp.Physics2D;

/// <summary>Where two shapes touch, in the world.</summary>
/// <param name="Normal">From A to B.</param>
/// <param name="First">The first point, halfway between the surfaces, metres.</param>
/// <param name="Second">The second point, if there is one, metres.</param>
public readonly record struct WorldManifold(Vec2 Normal, Vec2 First, Vec2 Second)
{
    internal static WorldManifold Of(
        ref Manifold manifold, in Transform a, float radiusA, in Transform b, float radiusB)
    {
        if (manifold.PointCount == 0)
        {
            return default;
        }

        return manifold.Kind switch
        {
            ManifoldKind.Points => OfPoints(ref manifold, a, radiusA, b, radiusB),
            ManifoldKind.FaceA => OfFace(ref manifold, a, radiusA, b, radiusB),
            _ => OfFace(ref manifold, b, radiusB, a, radiusA) is var flipped
                ? flipped with { Normal = -flipped.Normal }
                : default,
        };
    }

    private static WorldManifold OfPoints(
        ref Manifold manifold, in Transform a, float radiusA, in Transform b, float radiusB)
    {
        Vec2 normal = new(1, 0);
        Vec2 pointA = a * manifold.LocalPoint;
        Vec2 pointB = b * manifold.At(0).LocalPoint;
        if ((pointA - pointB).LengthSquared > PhysicsConstants.Epsilon * PhysicsConstants.Epsilon)
        {
            normal = (pointB - pointA).Normalized();
        }

        Vec2 surfaceA = pointA + radiusA * normal;
        Vec2 surfaceB = pointB - radiusB * normal;
        return new(normal, 0.5f * (surfaceA + surfaceB), default);
    }

    private static WorldManifold OfFace(
        ref Manifold manifold, in Transform face, float faceRadius, in Transform other, float otherRadius)
    {
        Vec2 normal = face.Rotation * manifold.LocalNormal;
        Vec2 plane = face * manifold.LocalPoint;
        Vec2 first = Middle(other * manifold.At(0).LocalPoint);
        return new(normal, first, manifold.PointCount > 1 ? Middle(other * manifold.At(1).LocalPoint) : default);

        Vec2 Middle(Vec2 clip)
        {
            Vec2 onFace = clip + (faceRadius - Vec2.Dot(clip - plane, normal)) * normal;
            Vec2 onOther = clip - otherRadius * normal;
            return 0.5f * (onFace + onOther);
        }
    }
}
