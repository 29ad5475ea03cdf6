using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>Edges against polygons, in the edge's frame.</summary>
internal static class EdgePolygonCollider
{
    private const float Radius = 2.0f * PhysicsConstants.PolygonRadius;
    private const float RelativeTolerance = 0.98f;
    private const float AbsoluteTolerance = 0.001f;
    private const int None = -1;

    [SkipLocalsInit]
    public static void Collide(
        ref Manifold manifold, in EdgeGeometry edge, in Transform a, PolygonShape polygon, in Transform b)
    {
        manifold.PointCount = 0;
        Transform frame = a.Undo(b);
        EdgeNeighborhood sides = new(edge, frame * polygon.Centroid);
        int count = polygon.Vertices.Length;
        Span<Vec2> vertices = stackalloc Vec2[PhysicsConstants.MaximumPolygonVertices];
        Span<Vec2> normals = stackalloc Vec2[PhysicsConstants.MaximumPolygonVertices];
        vertices = vertices[..count];
        normals = normals[..count];
        for (int i = 0; i < count; i++)
        {
            vertices[i] = frame * polygon.Vertices[i];
            normals[i] = frame.Rotation * polygon.Normals[i];
        }

        float edgeSeparation = EdgeSeparation(edge, sides, vertices);
        if (edgeSeparation > Radius)
        {
            return;
        }

        int face = BestFace(edge, sides, vertices, normals, out float faceSeparation);
        if (face != None && faceSeparation > Radius)
        {
            return;
        }

        if (face != None && faceSeparation > RelativeTolerance * edgeSeparation + AbsoluteTolerance)
        {
            AgainstFace(ref manifold, edge, polygon, face, new PlacedFace(vertices, normals, face));
        }
        else
        {
            AgainstEdge(ref manifold, edge, sides, frame, vertices, normals);
        }
    }

    private static float EdgeSeparation(in EdgeGeometry edge, in EdgeNeighborhood sides, ReadOnlySpan<Vec2> vertices)
    {
        float least = float.MaxValue;
        foreach (Vec2 vertex in vertices)
        {
            float s = Vec2.Dot(sides.Normal, vertex - edge.V1);
            least = s < least ? s : least;
        }

        return least;
    }

    private static int BestFace(
        in EdgeGeometry edge, in EdgeNeighborhood sides, ReadOnlySpan<Vec2> vertices, ReadOnlySpan<Vec2> normals,
        out float separation)
    {
        int best = None;
        separation = -float.MaxValue;
        for (int i = 0; i < vertices.Length; i++)
        {
            Vec2 n = -normals[i];
            float s = Scalar.Min(Vec2.Dot(n, vertices[i] - edge.V1), Vec2.Dot(n, vertices[i] - edge.V2));
            if (s > Radius)
            {
                separation = s;
                return i;
            }

            if (sides.Allows(n) && s > separation)
            {
                separation = s;
                best = i;
            }
        }

        return best;
    }

    private static void AgainstEdge(
        ref Manifold manifold, in EdgeGeometry edge, in EdgeNeighborhood sides, in Transform frame,
        ReadOnlySpan<Vec2> vertices, ReadOnlySpan<Vec2> normals)
    {
        manifold.Kind = ManifoldKind.FaceA;
        int best = 0;
        float least = Vec2.Dot(sides.Normal, normals[0]);
        for (int i = 1; i < normals.Length; i++)
        {
            float value = Vec2.Dot(sides.Normal, normals[i]);
            if (value < least)
            {
                least = value;
                best = i;
            }
        }

        int next = best + 1 < vertices.Length ? best + 1 : 0;
        ClipSegment segment = new()
        {
            First = new(vertices[best], new(0, (byte)best, IsFaceA: true, IsFaceB: false)),
            Second = new(vertices[next], new(0, (byte)next, IsFaceA: true, IsFaceB: false)),
        };
        PlacedFace face = sides.Front
            ? new(edge.V1, edge.V2, sides.EdgeNormal, 0, 1)
            : new(edge.V2, edge.V1, -sides.EdgeNormal, 1, 0);
        if (!face.Clip(ref segment))
        {
            return;
        }

        manifold.LocalNormal = face.Normal;
        manifold.LocalPoint = face.V1;
        if (face.Touches(segment.First))
        {
            Add(ref manifold, frame.Undo(segment.First.Point), segment.First.Id);
        }

        if (face.Touches(segment.Second))
        {
            Add(ref manifold, frame.Undo(segment.Second.Point), segment.Second.Id);
        }
    }

    private static void AgainstFace(
        ref Manifold manifold, in EdgeGeometry edge, PolygonShape polygon, int index, in PlacedFace face)
    {
        manifold.Kind = ManifoldKind.FaceB;
        ContactFeature id = new(0, (byte)index, IsFaceA: false, IsFaceB: true);
        ClipSegment segment = new() { First = new(edge.V1, id), Second = new(edge.V2, id) };
        if (!face.Clip(ref segment))
        {
            return;
        }

        manifold.LocalNormal = polygon.Normals[index];
        manifold.LocalPoint = polygon.Vertices[index];
        if (face.Touches(segment.First))
        {
            Add(ref manifold, segment.First.Point, segment.First.Id.Swapped());
        }

        if (face.Touches(segment.Second))
        {
            Add(ref manifold, segment.Second.Point, segment.Second.Id.Swapped());
        }
    }

    private static void Add(ref Manifold manifold, Vec2 localPoint, ContactFeature id)
    {
        ref ManifoldPoint point = ref manifold.At(manifold.PointCount++);
        point.LocalPoint = localPoint;
        point.Id = id;
    }

    /// <summary>The face that the other shape's edge is clipped against.</summary>
    private readonly struct PlacedFace(Vec2 v1, Vec2 v2, Vec2 normal, int index1, int index2)
    {
        private readonly Vec2 v2 = v2;
        private readonly int index1 = index1;
        private readonly int index2 = index2;

        public PlacedFace(ReadOnlySpan<Vec2> vertices, ReadOnlySpan<Vec2> normals, int index)
            : this(vertices[index], vertices[After(vertices, index)], normals[index], index, After(vertices, index))
        {
        }

        public Vec2 V1 { get; } = v1;

        public Vec2 Normal { get; } = normal;

        public bool Clip(ref ClipSegment segment)
        {
            Vec2 side = Vec2.RightOf(Normal);
            return segment.Clip(side, Vec2.Dot(side, V1), index1) && segment.Clip(-side, Vec2.Dot(-side, v2), index2);
        }

        public bool Touches(in ClipVertex vertex) => Vec2.Dot(Normal, vertex.Point - V1) <= Radius;

        private static int After(ReadOnlySpan<Vec2> vertices, int index) =>
            index + 1 < vertices.Length ? index + 1 : 0;
    }
}
