namespace GymSharp.Physics2D;

/// <summary>
/// Polygons against polygons: the axis of least overlap, then the other's nearest edge clipped to that face.
/// </summary>
internal static class PolygonCollider
{
    // A face of B is taken only where it is clearly better, so that the choice does not flicker.
    private const float RelativeTolerance = 0.98f;
    private const float AbsoluteTolerance = 0.001f;

    public static void Collide(
        ref Manifold manifold, PolygonShape polygonA, in Transform a, PolygonShape polygonB, in Transform b)
    {
        manifold.PointCount = 0;
        float radius = polygonA.Radius + polygonB.Radius;
        float separationA = GreatestSeparation(polygonA, a, polygonB, b, out int edgeA);
        if (separationA > radius)
        {
            return;
        }

        float separationB = GreatestSeparation(polygonB, b, polygonA, a, out int edgeB);
        if (separationB > radius)
        {
            return;
        }

        bool flip = separationB > RelativeTolerance * separationA + AbsoluteTolerance;
        manifold.Kind = flip ? ManifoldKind.FaceB : ManifoldKind.FaceA;
        if (flip)
        {
            Clip(ref manifold, new(polygonB, b, edgeB), new(polygonA, a, 0), radius);
        }
        else
        {
            Clip(ref manifold, new(polygonA, a, edgeA), new(polygonB, b, 0), radius);
        }
    }

    private static void Clip(ref Manifold manifold, in PlacedPolygon face, in PlacedPolygon incident, float radius)
    {
        ClipSegment segment = IncidentEdge(face, incident);
        ReadOnlySpan<Vec2> vertices = face.Shape.Vertices;
        int next = face.Edge + 1 < vertices.Length ? face.Edge + 1 : 0;
        Vec2 v1 = vertices[face.Edge];
        Vec2 v2 = vertices[next];
        Vec2 localTangent = (v2 - v1).Normalized();
        Vec2 localNormal = Vec2.RightOf(localTangent);
        Vec2 middle = 0.5f * (v1 + v2);
        Vec2 tangent = face.Frame.Rotation * localTangent;
        Vec2 normal = Vec2.RightOf(tangent);
        v1 = face.Frame * v1;
        v2 = face.Frame * v2;
        float front = Vec2.Dot(normal, v1);
        if (!segment.Clip(-tangent, -Vec2.Dot(tangent, v1) + radius, face.Edge)
            || !segment.Clip(tangent, Vec2.Dot(tangent, v2) + radius, next))
        {
            return;
        }

        manifold.LocalNormal = localNormal;
        manifold.LocalPoint = middle;
        Keep(ref manifold, segment.First, incident.Frame, Vec2.Dot(normal, segment.First.Point) - front <= radius);
        Keep(ref manifold, segment.Second, incident.Frame, Vec2.Dot(normal, segment.Second.Point) - front <= radius);
    }

    private static void Keep(ref Manifold manifold, in ClipVertex vertex, in Transform incident, bool touches)
    {
        if (touches)
        {
            ref ManifoldPoint point = ref manifold.At(manifold.PointCount++);
            point.LocalPoint = incident.Undo(vertex.Point);
            point.Id = manifold.Kind == ManifoldKind.FaceB ? vertex.Id.Swapped() : vertex.Id;
        }
    }

    // Climbs along the edges from the one that faces the other's centre; a convex shape has one top.
    private static float GreatestSeparation(
        PolygonShape shape1, in Transform frame1, PolygonShape shape2, in Transform frame2, out int edge)
    {
        ReadOnlySpan<Vec2> normals = shape1.Normals;
        int count = normals.Length;
        Vec2 towards = frame1.Rotation.Undo(frame2 * shape2.Centroid - frame1 * shape1.Centroid);
        int best = 0;
        float greatest = -float.MaxValue;
        for (int i = 0; i < count; i++)
        {
            float dot = Vec2.Dot(normals[i], towards);
            if (dot > greatest)
            {
                greatest = dot;
                best = i;
            }
        }

        float s = Separation(new(shape1, frame1, best), shape2, frame2);
        int previous = best - 1 >= 0 ? best - 1 : count - 1;
        float before = Separation(new(shape1, frame1, previous), shape2, frame2);
        int next = best + 1 < count ? best + 1 : 0;
        float after = Separation(new(shape1, frame1, next), shape2, frame2);
        bool backwards = before > s && before > after;
        if (!backwards && !(after > s))
        {
            edge = best;
            return s;
        }

        edge = backwards ? previous : next;
        s = backwards ? before : after;
        while (true)
        {
            int further = backwards ? (edge - 1 >= 0 ? edge - 1 : count - 1) : (edge + 1 < count ? edge + 1 : 0);
            float t = Separation(new(shape1, frame1, further), shape2, frame2);
            if (!(t > s))
            {
                return s;
            }

            edge = further;
            s = t;
        }
    }

    private static float Separation(in PlacedPolygon face, PolygonShape other, in Transform frame)
    {
        Vec2 normal = face.Frame.Rotation * face.Shape.Normals[face.Edge];
        Vec2 local = frame.Rotation.Undo(normal);
        ReadOnlySpan<Vec2> vertices = other.Vertices;
        int deepest = 0;
        float least = float.MaxValue;
        for (int i = 0; i < vertices.Length; i++)
        {
            float dot = Vec2.Dot(vertices[i], local);
            if (dot < least)
            {
                least = dot;
                deepest = i;
            }
        }

        return Vec2.Dot(frame * vertices[deepest] - face.Frame * face.Shape.Vertices[face.Edge], normal);
    }

    private static ClipSegment IncidentEdge(in PlacedPolygon face, in PlacedPolygon incident)
    {
        Vec2 normal = incident.Frame.Rotation.Undo(face.Frame.Rotation * face.Shape.Normals[face.Edge]);
        ReadOnlySpan<Vec2> normals = incident.Shape.Normals;
        int edge = 0;
        float least = float.MaxValue;
        for (int i = 0; i < normals.Length; i++)
        {
            float dot = Vec2.Dot(normal, normals[i]);
            if (dot < least)
            {
                least = dot;
                edge = i;
            }
        }

        int next = edge + 1 < normals.Length ? edge + 1 : 0;
        return new()
        {
            First = new(
                incident.Frame * incident.Shape.Vertices[edge], new((byte)face.Edge, (byte)edge, true, false)),
            Second = new(
                incident.Frame * incident.Shape.Vertices[next], new((byte)face.Edge, (byte)next, true, false)),
        };
    }

    private readonly struct PlacedPolygon(PolygonShape shape, in Transform frame, int edge)
    {
        public readonly PolygonShape Shape = shape;
        public readonly Transform Frame = frame;
        public readonly int Edge = edge;
    }
}
