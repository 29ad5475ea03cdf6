namespace GymSharp.Spaces;

/// <summary><c>numpy.allclose</c> with its default tolerances, computed in the precision NumPy computes in.</summary>
internal static class Closeness
{
    private const double Relative = 1e-5;
    private const double Absolute = 1e-8;

    public static bool All<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged
    {
        for (int i = 0; i < left.Length; i++)
        {
            double a = Element.ToDouble(left[i]);
            double b = Element.ToDouble(right[i]);
            if (a != b && !(double.IsFinite(a) && double.IsFinite(b) && IsClose<T>(a, b)))
            {
                return false;
            }
        }

        return left.Length == right.Length;
    }

    /// <summary><c>numpy.isclose(value, target)</c> for float64.</summary>
    public static bool IsClose(double value, double target) =>
        Math.Abs(value - target) <= Absolute + (Relative * Math.Abs(target));

    private static bool IsClose<T>(double a, double b)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return MathF.Abs((float)a - (float)b) <= (float)Absolute + ((float)Relative * MathF.Abs((float)b));
        }

        if (typeof(T) == typeof(Half))
        {
            Half difference = Half.Abs((Half)a - (Half)b);
            return difference <= (Half)Absolute + ((Half)Relative * Half.Abs((Half)b));
        }

        return IsClose(a, b);
    }
}
