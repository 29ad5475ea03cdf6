namespace GymSharp.Physics2D;

/// <summary>From which side a shape meets an edge, and which directions of contact that allows.</summary>
/// <remarks>
/// An edge of a line of segments must not push a shape along the line, or it would catch on the joins. A contact normal
/// therefore has to lie between two limits. At a convex join the limit is the neighbour's normal, at a concave one the
/// edge's own; where there is no neighbour every direction on that side is allowed. Seen from behind, the neighbours
/// change places and convex and concave do too.
/// </remarks>
internal readonly ref struct EdgeNeighborhood
{
    public EdgeNeighborhood(in EdgeGeometry edge, Vec2 center)
    {
        Vec2 along = (edge.V2 - edge.V1).Normalized();
        Vec2 normal = Vec2.RightOf(along);
        Vec2 normal0 = default;
        Vec2 normal2 = default;
        bool convex0 = false;
        bool convex2 = false;
        bool inFront0 = false;
        bool inFront2 = false;
        bool inFront = Vec2.Dot(normal, center - edge.V1) >= 0.0f;
        if (edge.HasV0)
        {
            Vec2 before = (edge.V1 - edge.V0).Normalized();
            normal0 = Vec2.RightOf(before);
            convex0 = Vec2.Cross(before, along) >= 0.0f;
            inFront0 = Vec2.Dot(normal0, center - edge.V0) >= 0.0f;
            inFront = convex0 ? inFront : inFront && inFront0;
        }

        if (edge.HasV3)
        {
            Vec2 after = (edge.V3 - edge.V2).Normalized();
            normal2 = Vec2.RightOf(after);
            convex2 = Vec2.Cross(along, after) > 0.0f;
            inFront2 = Vec2.Dot(normal2, center - edge.V2) >= 0.0f;
            inFront = convex2 ? inFront : inFront && inFront2;
        }

        EdgeNormal = normal;
        Front = inFront || (convex0 && inFront0) || (convex2 && inFront2);
        Normal = Front ? normal : -normal;
        if (Front)
        {
            Lower = !edge.HasV0 ? -normal : convex0 ? normal0 : normal;
            Upper = !edge.HasV3 ? -normal : convex2 ? normal2 : normal;
        }
        else
        {
            Lower = !edge.HasV3 ? normal : convex2 ? -normal : -normal2;
            Upper = !edge.HasV0 ? normal : convex0 ? -normal : -normal0;
        }
    }

    /// <summary>The edge's normal, to the right of its direction.</summary>
    public Vec2 EdgeNormal { get; }

    /// <summary>Whether the shape is on the side of <see cref="EdgeNormal"/>.</summary>
    public bool Front { get; }

    /// <summary>The edge's normal towards the shape.</summary>
    public Vec2 Normal { get; }

    /// <summary>The limit on the side of the first vertex as the shape sees it.</summary>
    public Vec2 Lower { get; }

    /// <summary>The limit on the side of the second vertex as the shape sees it.</summary>
    public Vec2 Upper { get; }

    /// <summary>Whether the polygon's face of outward direction -<paramref name="n"/> may be the contact's.</summary>
    public bool Allows(Vec2 n)
    {
        Vec2 limit = Vec2.Dot(n, Vec2.LeftOf(Normal)) >= 0.0f ? Upper : Lower;
        return !(Vec2.Dot(n - limit, Normal) < -PhysicsConstants.AngularSlop);
    }
}
