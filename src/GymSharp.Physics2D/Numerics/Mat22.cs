using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A 2×2 matrix by columns.</summary>
internal readonly record struct Mat22(Vec2 Column1, Vec2 Column2)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(in Mat22 m, Vec2 v) =>
        new(m.Column1.X * v.X + m.Column2.X * v.Y, m.Column1.Y * v.X + m.Column2.Y * v.Y);

    /// <summary>The inverse; of a singular matrix the adjugate times 0.</summary>
    public Mat22 Inverse()
    {
        float a = Column1.X;
        float b = Column2.X;
        float c = Column1.Y;
        float d = Column2.Y;
        float det = a * d - b * c;
        if (det != 0.0f)
        {
            det = 1.0f / det;
        }

        return new(new(det * d, -det * c), new(-det * b, det * a));
    }

    /// <summary>The x for which this times x is <paramref name="b"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2 Solve(Vec2 b)
    {
        float det = Column1.X * Column2.Y - Column2.X * Column1.Y;
        if (det != 0.0f)
        {
            det = 1.0f / det;
        }

        return new(det * (Column2.Y * b.X - Column2.X * b.Y), det * (Column1.X * b.Y - Column1.Y * b.X));
    }
}
