using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>One solid of a scene: where it is, how large, and how its surface looks.</summary>
internal readonly record struct SceneShape
{
    /// <summary>What solid it is.</summary>
    public required ShapeKind Kind { get; init; }

    /// <summary>Centre in the world, metres.</summary>
    public required Vector3 Center { get; init; }

    /// <summary>Direction of the solid's x axis in the world.</summary>
    public Vector3 AxisX { get; init; } = Vector3.UnitX;

    /// <summary>Direction of the solid's y axis in the world.</summary>
    public Vector3 AxisY { get; init; } = Vector3.UnitY;

    /// <summary>Direction of the solid's z axis in the world.</summary>
    public Vector3 AxisZ { get; init; } = Vector3.UnitZ;

    /// <summary>Sizes as <see cref="ShapeKind"/> says.</summary>
    public required Vector3 Size { get; init; }

    /// <summary>Red, green and blue, 0 to 1.</summary>
    public required Vector3 Color { get; init; }

    /// <summary>Opacity, 0 to 1.</summary>
    public float Alpha { get; init; } = 1;

    /// <summary>Strength of the highlight, 0 to 1.</summary>
    public float Specular { get; init; } = 0.5f;

    /// <summary>Sharpness of the highlight, 0 to 1.</summary>
    public float Shininess { get; init; } = 0.5f;

    /// <summary>Light of its own, as a part of its colour.</summary>
    public float Emission { get; init; }

    /// <summary>The tiles of a plane, or null.</summary>
    public TilePattern? Tiles { get; init; }

    /// <summary>A solid with axes along the world's.</summary>
    public SceneShape()
    {
    }

    /// <summary>Half the length of the straight part, for capsules and cylinders.</summary>
    public float HalfLength => Kind is ShapeKind.Capsule or ShapeKind.Cylinder ? Size.Z : 0;

    /// <summary>Radius of a ball that, moved along the straight part, covers the solid.</summary>
    public float SweptRadius => Kind switch
    {
        ShapeKind.Sphere or ShapeKind.Capsule => Size.X,
        ShapeKind.Ellipsoid => Math.Max(Size.X, Math.Max(Size.Y, Size.Z)),
        ShapeKind.Cylinder => Size.X * 1.0001f,
        ShapeKind.Plane when Size.X <= 0 || Size.Y <= 0 => float.PositiveInfinity,
        ShapeKind.Plane => new Vector2(Size.X, Size.Y).Length(),
        _ => Size.Length(),
    };

    /// <summary>A direction of the world in the solid's frame.</summary>
    public Vector3 ToLocal(Vector3 direction) =>
        new(Vector3.Dot(direction, AxisX), Vector3.Dot(direction, AxisY), Vector3.Dot(direction, AxisZ));

    /// <summary>A direction of the solid's frame in the world.</summary>
    public Vector3 ToWorld(Vector3 direction) =>
        (direction.X * AxisX) + (direction.Y * AxisY) + (direction.Z * AxisZ);
}
