namespace GymSharp.Physics2D;

/// <summary>The kinds of shapes.</summary>
public enum ShapeKind
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A convex polygon.</summary>
    Polygon,

    /// <summary>A line segment.</summary>
    Edge,

    /// <summary>A line of segments.</summary>
    Chain,
}
