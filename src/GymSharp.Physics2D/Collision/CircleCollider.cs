namespace GymSharp.Physics2D;

/// <summary>Circles against circles, polygons and edges.</summary>
internal static class CircleCollider
{
    public static void Circles(
        ref Manifold manifold, CircleShape circleA, in Transform a, CircleShape circleB, in Transform b)
    {
        manifold.PointCount = 0;
        Vec2 d = b * circleB.Center - a * circleA.Center;
        float radius = circleA.Radius + circleB.Radius;
        if (Vec2.Dot(d, d) > radius * radius)
        {
            return;
        }

        manifold.Set(ManifoldKind.Points, Vec2.Zero, circleA.Center);
        manifold.SetSingle(circleB.Center, default);
    }

    public static void PolygonAndCircle(
        ref Manifold manifold, PolygonShape polygon, in Transform a, CircleShape circle, in Transform b)
    {
        manifold.PointCount = 0;
        Vec2 center = a.Undo(b * circle.Center);
        float radius = polygon.Radius + circle.Radius;
        ReadOnlySpan<Vec2> vertices = polygon.Vertices;
        ReadOnlySpan<Vec2> normals = polygon.Normals;
        int edge = 0;
        float separation = -float.MaxValue;
        for (int i = 0; i < vertices.Length; i++)
        {
            float s = Vec2.Dot(normals[i], center - vertices[i]);
            if (s > radius)
            {
                return;
            }

            if (s > separation)
            {
                separation = s;
                edge = i;
            }
        }

        Vec2 v1 = vertices[edge];
        Vec2 v2 = vertices[edge + 1 < vertices.Length ? edge + 1 : 0];
        if (separation < PhysicsConstants.Epsilon)
        {
            // The centre is inside.
            manifold.Set(ManifoldKind.FaceA, normals[edge], 0.5f * (v1 + v2));
            manifold.SetSingle(circle.Center, default);
            return;
        }

        if (Vec2.Dot(center - v1, v2 - v1) <= 0.0f)
        {
            AgainstVertex(ref manifold, v1, center, radius, circle);
        }
        else if (Vec2.Dot(center - v2, v1 - v2) <= 0.0f)
        {
            AgainstVertex(ref manifold, v2, center, radius, circle);
        }
        else
        {
            AgainstFace(ref manifold, 0.5f * (v1 + v2), normals[edge], center, radius, circle);
        }
    }

    public static void EdgeAndCircle(
        ref Manifold manifold, in EdgeGeometry edge, float edgeRadius, in Transform a, CircleShape circle,
        in Transform b)
    {
        manifold.PointCount = 0;
        Vec2 q = a.Undo(b * circle.Center);
        Vec2 e = edge.V2 - edge.V1;
        float u = Vec2.Dot(e, edge.V2 - q);
        float v = Vec2.Dot(e, q - edge.V1);
        float radius = edgeRadius + circle.Radius;
        if (v <= 0.0f)
        {
            // Beyond the first end, the circle may be the business of the segment before.
            bool others = edge.HasV0 && Vec2.Dot(edge.V1 - edge.V0, edge.V1 - q) > 0.0f;
            if (!others && (q - edge.V1).LengthSquared <= radius * radius)
            {
                AgainstEnd(ref manifold, edge.V1, 0, circle);
            }

            return;
        }

        if (u <= 0.0f)
        {
            bool others = edge.HasV3 && Vec2.Dot(edge.V3 - edge.V2, q - edge.V2) > 0.0f;
            if (!others && (q - edge.V2).LengthSquared <= radius * radius)
            {
                AgainstEnd(ref manifold, edge.V2, 1, circle);
            }

            return;
        }

        Vec2 nearest = 1.0f / Vec2.Dot(e, e) * (u * edge.V1 + v * edge.V2);
        if ((q - nearest).LengthSquared > radius * radius)
        {
            return;
        }

        Vec2 n = Vec2.LeftOf(e);
        if (Vec2.Dot(n, q - edge.V1) < 0.0f)
        {
            n = -n;
        }

        manifold.Set(ManifoldKind.FaceA, n.Normalized(), edge.V1);
        manifold.SetSingle(circle.Center, new(0, 0, IsFaceA: true, IsFaceB: false));
    }

    private static void AgainstVertex(
        ref Manifold manifold, Vec2 vertex, Vec2 center, float radius, CircleShape circle)
    {
        Vec2 d = center - vertex;
        if (d.LengthSquared > radius * radius)
        {
            return;
        }

        manifold.Set(ManifoldKind.FaceA, d.Normalized(), vertex);
        manifold.SetSingle(circle.Center, default);
    }

    private static void AgainstFace(
        ref Manifold manifold, Vec2 faceCenter, Vec2 normal, Vec2 center, float radius, CircleShape circle)
    {
        if (Vec2.Dot(center - faceCenter, normal) > radius)
        {
            return;
        }

        manifold.Set(ManifoldKind.FaceA, normal, faceCenter);
        manifold.SetSingle(circle.Center, default);
    }

    private static void AgainstEnd(ref Manifold manifold, Vec2 end, byte index, CircleShape circle)
    {
        manifold.Set(ManifoldKind.Points, Vec2.Zero, end);
        manifold.SetSingle(circle.Center, new(index, 0, IsFaceA: false, IsFaceB: false));
    }
}
