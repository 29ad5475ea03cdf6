using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A symmetric 3×3 matrix by columns, solved by Cramer's rule.</summary>
/// <remarks>
/// A velocity solver asks the same matrix many times. What the answers share, two reciprocal determinants and an outer
/// product, is computed by <see cref="Prepare"/>; the bits are those of computing it every time.
/// </remarks>
internal struct Mat33
{
    public Vec3 Column1;
    public Vec3 Column2;
    public Vec3 Column3;
    private Vec3 cross23;
    private float inverse33;
    private float inverse22;

    public void Prepare()
    {
        cross23 = Vec3.Cross(Column2, Column3);
        inverse33 = Reciprocal(Vec3.Dot(Column1, cross23));
        inverse22 = Reciprocal(Column1.X * Column2.Y - Column2.X * Column1.Y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec3 Solve33(Vec3 b) => new(
        inverse33 * Vec3.Dot(b, cross23),
        inverse33 * Vec3.Dot(Column1, Vec3.Cross(b, Column3)),
        inverse33 * Vec3.Dot(Column1, Vec3.Cross(Column2, b)));

    /// <summary>Solves with the first two rows and columns only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec2 Solve22(Vec2 b) => new(
        inverse22 * (Column2.Y * b.X - Column2.X * b.Y),
        inverse22 * (Column1.X * b.Y - Column1.Y * b.X));

    /// <summary>The inverse of the first two rows and columns, zero elsewhere.</summary>
    public readonly Mat33 Inverse22() => new()
    {
        Column1 = new(inverse22 * Column2.Y, -inverse22 * Column1.Y, 0),
        Column2 = new(-inverse22 * Column2.X, inverse22 * Column1.X, 0),
    };

    /// <summary>The inverse, using symmetry.</summary>
    public readonly Mat33 Inverse33()
    {
        float a11 = Column1.X;
        float a12 = Column2.X;
        float a13 = Column3.X;
        float a22 = Column2.Y;
        float a23 = Column3.Y;
        float a33 = Column3.Z;
        float xy = inverse33 * (a13 * a23 - a12 * a33);
        float xz = inverse33 * (a12 * a23 - a13 * a22);
        float yz = inverse33 * (a13 * a12 - a11 * a23);
        return new()
        {
            Column1 = new(inverse33 * (a22 * a33 - a23 * a23), xy, xz),
            Column2 = new(xy, inverse33 * (a11 * a33 - a13 * a13), yz),
            Column3 = new(xz, yz, inverse33 * (a11 * a22 - a12 * a12)),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec3 Multiply(Vec3 v) => v.X * Column1 + v.Y * Column2 + v.Z * Column3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec2 Multiply22(Vec2 v) =>
        new(Column1.X * v.X + Column2.X * v.Y, Column1.Y * v.X + Column2.Y * v.Y);

    public static float Reciprocal(float det) => det != 0.0f ? 1.0f / det : det;
}
