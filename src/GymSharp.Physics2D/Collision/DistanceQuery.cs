namespace GymSharp.Physics2D;

/// <summary>Two convex shapes, each in its frame.</summary>
internal readonly struct DistanceQuery(in ConvexProxy a, in Transform frameA, in ConvexProxy b, in Transform frameB)
{
    public readonly ConvexProxy A = a;
    public readonly Transform FrameA = frameA;
    public readonly ConvexProxy B = b;
    public readonly Transform FrameB = frameB;
}
