namespace GymSharp.Physics2D;

/// <summary>A segment clipped by half planes (Sutherland and Hodgman); the ids tell what cut it.</summary>
internal struct ClipSegment
{
    public ClipVertex First;
    public ClipVertex Second;

    /// <summary>Keeps what lies behind the line dot(normal, x) = offset.</summary>
    /// <param name="normal">Of the cutting line.</param>
    /// <param name="offset">Of the cutting line.</param>
    /// <param name="cuttingVertex">The vertex of the reference shape that the line goes through.</param>
    /// <returns>Whether two points are left.</returns>
    public bool Clip(Vec2 normal, float offset, int cuttingVertex)
    {
        float distance1 = Vec2.Dot(normal, First.Point) - offset;
        float distance2 = Vec2.Dot(normal, Second.Point) - offset;
        bool keep1 = distance1 <= 0.0f;
        bool keep2 = distance2 <= 0.0f;
        if (keep1 && keep2)
        {
            return true;
        }

        if (!(keep1 || keep2) || !(distance1 * distance2 < 0.0f))
        {
            return false;
        }

        float share = distance1 / (distance1 - distance2);
        ClipVertex cut = new(
            First.Point + share * (Second.Point - First.Point),
            new((byte)cuttingVertex, First.Id.IndexB, IsFaceA: false, IsFaceB: true));
        First = keep1 ? First : Second;
        Second = cut;
        return true;
    }
}
