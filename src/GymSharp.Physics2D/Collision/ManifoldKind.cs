namespace GymSharp.Physics2D;

/// <summary>What the points of a manifold are relative to.</summary>
public enum ManifoldKind
{
    /// <summary>Two points: the local point of A against the one point of B.</summary>
    Points,

    /// <summary>A face of A against points of B.</summary>
    FaceA,

    /// <summary>A face of B against points of A.</summary>
    FaceB,
}
