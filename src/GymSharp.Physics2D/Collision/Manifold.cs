using System.Diagnostics.CodeAnalysis;

namespace GymSharp.Physics2D;

/// <summary>
/// Where two convex shapes touch, in local coordinates, so that position correction can move the bodies without asking
/// the collider again.
/// </summary>
public struct Manifold
{
    private ManifoldPoint first;
    private ManifoldPoint second;

    /// <summary>How many points there are, 0 to 2.</summary>
    public int PointCount { get; internal set; }

    /// <summary>What the points are relative to.</summary>
    public ManifoldKind Kind { get; internal set; }

    /// <summary>The direction of the face in the frame of the body that holds it.</summary>
    public Vec2 LocalNormal { get; internal set; }

    /// <summary>A point of the face, or of A, in the frame of the body that holds it, metres.</summary>
    public Vec2 LocalPoint { get; internal set; }

    /// <summary>A point of contact.</summary>
    /// <param name="index">Below <see cref="PointCount"/>.</param>
    public readonly ManifoldPoint this[int index] => index == 0 ? first : second;

    [UnscopedRef]
    internal ref ManifoldPoint At(int index) => ref index == 0 ? ref first : ref second;

    internal void Set(ManifoldKind kind, Vec2 localNormal, Vec2 localPoint)
    {
        Kind = kind;
        LocalNormal = localNormal;
        LocalPoint = localPoint;
    }

    internal void SetSingle(Vec2 point, ContactFeature id)
    {
        PointCount = 1;
        first.LocalPoint = point;
        first.Id = id;
    }
}
