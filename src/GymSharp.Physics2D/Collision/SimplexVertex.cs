namespace GymSharp.Physics2D;

/// <summary>
/// A corner of the simplex: a point of each shape, their difference, and its weight in the nearest point.
/// </summary>
internal struct SimplexVertex
{
    public Vec2 A;
    public Vec2 B;
    public Vec2 Difference;
    public float Weight;
    public int IndexA;
    public int IndexB;

    public static SimplexVertex Of(in DistanceQuery query, int indexA, int indexB)
    {
        Vec2 pointA = query.FrameA * query.A[indexA];
        Vec2 pointB = query.FrameB * query.B[indexB];
        return new() { A = pointA, B = pointB, Difference = pointB - pointA, IndexA = indexA, IndexB = indexB };
    }
}
