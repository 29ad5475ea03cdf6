namespace GymSharp.Physics2D;

/// <summary>
/// A segment and, where there are any, the vertices before and after it, which tell the collider that a shape sliding
/// along a line of segments must not catch on the joins.
/// </summary>
internal readonly record struct EdgeGeometry(Vec2 V1, Vec2 V2)
{
    public Vec2 V0 { get; init; }

    public Vec2 V3 { get; init; }

    public bool HasV0 { get; init; }

    public bool HasV3 { get; init; }

    public bool RayCast(in RayCastInput input, in Transform transform, out RayCastHit hit)
    {
        hit = default;
        Vec2 from = transform.Undo(input.From);
        Vec2 d = transform.Undo(input.To) - from;
        Vec2 r = V2 - V1;
        Vec2 normal = Vec2.RightOf(r).Normalized();
        float numerator = Vec2.Dot(normal, V1 - from);
        float denominator = Vec2.Dot(normal, d);
        if (denominator == 0.0f)
        {
            return false;
        }

        float t = numerator / denominator;
        if (t < 0.0f || input.MaximumFraction < t)
        {
            return false;
        }

        Vec2 q = from + t * d;
        float rr = Vec2.Dot(r, r);
        if (rr == 0.0f)
        {
            return false;
        }

        float s = Vec2.Dot(q - V1, r) / rr;
        if (s < 0.0f || s > 1.0f)
        {
            return false;
        }

        hit = new(numerator > 0.0f ? -normal : normal, t);
        return true;
    }
}
