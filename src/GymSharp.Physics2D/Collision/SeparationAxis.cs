namespace GymSharp.Physics2D;

/// <summary>An axis fixed in one of two moving shapes, and the separation of the shapes along it over time.</summary>
internal readonly struct SeparationAxis
{
    private readonly ConvexProxy a;
    private readonly ConvexProxy b;
    private readonly ManifoldKind kind;
    private readonly Vec2 localPoint;
    private readonly Vec2 axis;

    /// <summary>The axis on which the nearest features, found at one time, lie apart.</summary>
    public SeparationAxis(in SimplexCache cache, in DistanceQuery query)
    {
        a = query.A;
        b = query.B;
        if (cache.Count == 1)
        {
            kind = ManifoldKind.Points;
            axis = (query.FrameB * b[cache.First.B] - query.FrameA * a[cache.First.A]).Normalized();
        }
        else if (cache.First.A == cache.Second.A)
        {
            kind = ManifoldKind.FaceB;
            (localPoint, axis) = Face(b[cache.First.B], b[cache.Second.B]);
            Vec2 outside = query.FrameA * a[cache.First.A] - query.FrameB * localPoint;
            axis = Vec2.Dot(outside, query.FrameB.Rotation * axis) < 0.0f ? -axis : axis;
        }
        else
        {
            kind = ManifoldKind.FaceA;
            (localPoint, axis) = Face(a[cache.First.A], a[cache.Second.A]);
            Vec2 outside = query.FrameB * b[cache.First.B] - query.FrameA * localPoint;
            axis = Vec2.Dot(outside, query.FrameA.Rotation * axis) < 0.0f ? -axis : axis;
        }
    }

    /// <summary>The deepest points along the axis, and their separation.</summary>
    public float FindLeast(in Transform frameA, in Transform frameB, out int indexA, out int indexB)
    {
        indexA = kind switch
        {
            ManifoldKind.Points => a.Support(frameA.Rotation.Undo(axis)),
            ManifoldKind.FaceB => a.Support(frameA.Rotation.Undo(-(frameB.Rotation * axis))),
            _ => 0,
        };
        indexB = kind switch
        {
            ManifoldKind.Points => b.Support(frameB.Rotation.Undo(-axis)),
            ManifoldKind.FaceA => b.Support(frameB.Rotation.Undo(-(frameA.Rotation * axis))),
            _ => 0,
        };
        return At(frameA, frameB, indexA, indexB);
    }

    /// <summary>The separation of two given points; of the point with the face where the axis belongs to one.</summary>
    public float At(in Transform frameA, in Transform frameB, int indexA, int indexB) => kind switch
    {
        ManifoldKind.Points => Vec2.Dot(frameB * b[indexB] - frameA * a[indexA], axis),
        ManifoldKind.FaceA => Vec2.Dot(frameB * b[indexB] - frameA * localPoint, frameA.Rotation * axis),
        _ => Vec2.Dot(frameA * a[indexA] - frameB * localPoint, frameB.Rotation * axis),
    };

    private static (Vec2 Middle, Vec2 Normal) Face(Vec2 v1, Vec2 v2) =>
        (0.5f * (v1 + v2), Vec2.RightOf(v2 - v1).Normalized());
}
