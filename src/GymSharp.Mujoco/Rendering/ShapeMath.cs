using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Where a ray meets a solid, and the solid's normal there; all in the solid's own frame.</summary>
internal static class ShapeMath
{
    /// <summary>How far along a ray it enters a solid; infinity where it does not.</summary>
    /// <param name="kind">The solid.</param>
    /// <param name="size">Its sizes.</param>
    /// <param name="origin">Start of the ray, outside the solid.</param>
    /// <param name="direction">Direction of the ray, of any length, which is the unit of the result.</param>
    public static float Enter(ShapeKind kind, Vector3 size, Vector3 origin, Vector3 direction) => kind switch
    {
        ShapeKind.Plane => Plane(size, origin, direction),
        ShapeKind.Sphere => Ball(origin, direction, size.X),
        ShapeKind.Capsule => Capsule(size, origin, direction),
        ShapeKind.Ellipsoid => Ball(origin / size, direction / size, 1),
        ShapeKind.Cylinder => Cylinder(size, origin, direction),
        _ => Box(size, origin, direction),
    };

    /// <summary>The outward normal at a point of the surface, length 1.</summary>
    public static Vector3 Normal(ShapeKind kind, Vector3 size, Vector3 point) => kind switch
    {
        ShapeKind.Plane => Vector3.UnitZ,
        ShapeKind.Sphere => point / size.X,
        ShapeKind.Capsule => (point - new Vector3(0, 0, Math.Clamp(point.Z, -size.Z, size.Z))) / size.X,
        ShapeKind.Ellipsoid => Vector3.Normalize(point / (size * size)),
        ShapeKind.Cylinder => Math.Abs(point.Z) > size.Z * 0.9999f
            ? new Vector3(0, 0, Math.Sign(point.Z))
            : new Vector3(point.X, point.Y, 0) / size.X,
        _ => BoxNormal(point / size),
    };

    /// <summary>A power with a whole exponent.</summary>
    public static float Power(float value, int exponent)
    {
        float result = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 0 ? result : result * value;
            value *= value;
        }

        return result;
    }

    private static float Plane(Vector3 size, Vector3 origin, Vector3 direction)
    {
        if (origin.Z <= 0 || direction.Z >= 0)
        {
            return float.PositiveInfinity;
        }

        float distance = -origin.Z / direction.Z;
        return (size.X > 0 && Math.Abs(origin.X + (distance * direction.X)) > size.X)
            || (size.Y > 0 && Math.Abs(origin.Y + (distance * direction.Y)) > size.Y)
            ? float.PositiveInfinity
            : distance;
    }

    private static float Ball(Vector3 origin, Vector3 direction, float radius)
    {
        // The foot of the perpendicular first: subtracting squares of far distances would cost the digits.
        float foot = -Vector3.Dot(origin, direction) / Vector3.Dot(direction, direction);
        float room = (radius * radius) - (origin + (foot * direction)).LengthSquared();
        if (room < 0)
        {
            return float.PositiveInfinity;
        }

        float distance = foot - MathF.Sqrt(room / Vector3.Dot(direction, direction));
        return distance > 0 ? distance : float.PositiveInfinity;
    }

    private static float Tube(float radius, Vector3 origin, Vector3 direction)
    {
        Vector2 start = new(origin.X, origin.Y);
        Vector2 along = new(direction.X, direction.Y);
        float square = along.LengthSquared();
        if (square <= 1e-12f * direction.LengthSquared())
        {
            return float.PositiveInfinity;
        }

        float foot = -Vector2.Dot(start, along) / square;
        float room = (radius * radius) - (start + (foot * along)).LengthSquared();
        float distance = room < 0 ? -1 : foot - MathF.Sqrt(room / square);
        return distance > 0 ? distance : float.PositiveInfinity;
    }

    private static float Capsule(Vector3 size, Vector3 origin, Vector3 direction)
    {
        float tube = Tube(size.X, origin, direction);
        float height = origin.Z + (tube * direction.Z);
        if (Math.Abs(height) <= size.Z)
        {
            return tube;
        }

        Vector3 half = new(0, 0, size.Z);
        return Math.Min(Ball(origin - half, direction, size.X), Ball(origin + half, direction, size.X));
    }

    private static float Cylinder(Vector3 size, Vector3 origin, Vector3 direction)
    {
        float tube = Tube(size.X, origin, direction);
        if (Math.Abs(origin.Z + (tube * direction.Z)) <= size.Z)
        {
            return tube;
        }

        float lid = ((direction.Z < 0 ? size.Z : -size.Z) - origin.Z) / direction.Z;
        Vector3 point = origin + (lid * direction);
        return lid > 0 && (point.X * point.X) + (point.Y * point.Y) <= size.X * size.X
            ? lid
            : float.PositiveInfinity;
    }

    private static float Box(Vector3 size, Vector3 origin, Vector3 direction)
    {
        Vector3 inverse = Vector3.One / direction;
        Vector3 middle = -origin * inverse;
        Vector3 half = size * Vector3.Abs(inverse);
        Vector3 first = middle - half;
        Vector3 last = middle + half;
        float enter = Math.Max(first.X, Math.Max(first.Y, first.Z));
        float leave = Math.Min(last.X, Math.Min(last.Y, last.Z));
        return enter > 0 && enter <= leave ? enter : float.PositiveInfinity;
    }

    private static Vector3 BoxNormal(Vector3 point)
    {
        Vector3 distance = Vector3.Abs(point);
        if (distance.X >= distance.Y && distance.X >= distance.Z)
        {
            return new Vector3(Math.Sign(point.X), 0, 0);
        }

        return distance.Y >= distance.Z
            ? new Vector3(0, Math.Sign(point.Y), 0)
            : new Vector3(0, 0, Math.Sign(point.Z));
    }
}
