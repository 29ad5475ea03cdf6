namespace GymSharp.Mujoco.Rendering;

/// <summary>The solids that <see cref="ScenePainter"/> draws; the numbers are MuJoCo's <c>mjtGeom</c>.</summary>
internal enum ShapeKind
{
    /// <summary>z = 0 of its frame, seen from above; half sizes x and y, 0 for endless.</summary>
    Plane = 0,

    /// <summary>Radius in x.</summary>
    Sphere = 2,

    /// <summary>Radius in x, half length without the caps in z.</summary>
    Capsule = 3,

    /// <summary>Radii in x, y and z.</summary>
    Ellipsoid = 4,

    /// <summary>Radius in x, half length in z.</summary>
    Cylinder = 5,

    /// <summary>Half sizes.</summary>
    Box = 6,
}
