using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Functions of SIMD vectors that the processor has no instruction for.</summary>
/// <remarks>
/// Sine and cosine take the nearest multiple of π/2 away in three parts (Cody and Waite) and use the minimax
/// polynomials of Sun's fdlibm on [−π/4, π/4]. Within ±1000 radians the error stays below one unit in the last
/// place of 1.
/// </remarks>
internal static class LaneMath
{
    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the lowest bits.
    private const double Rounder = 6755399441055744.0;

    private const double HalfPiHigh = 1.57079632679489655800e+00;
    private const double HalfPiMiddle = 6.12323399573676603587e-17;
    private const double HalfPiLow = -1.49738490485916983e-33;

    /// <summary>Sine and cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Sin, T Cos) SinCos<T, TMask>(T radians)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        (T rest, T switches) = Reduce<T, TMask>(radians);
        (T sin, T cos) = SinCosNearZero<T, TMask>(rest);
        TMask odd = T.HasBit(switches, 1);
        return (
            T.NegateWhereTwo(T.Select(odd, cos, sin), switches),
            T.NegateWhereTwo(T.Select(odd, sin, cos), switches + T.Of(1)));
    }

    /// <summary>Cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cos<T, TMask>(T radians)
        where T : struct, ILanes<T, TMask>
        where TMask : struct => SinCos<T, TMask>(radians).Cos;

    /// <summary>Sine and cosine of angles within ±π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Sin, T Cos) SinCosNearZero<T, TMask>(T radians)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        // Coefficients are joined in pairs (Estrin), which takes fewer steps than one after the other (Horner).
        T square = radians * radians;
        T fourth = square * square;
        T s12 = T.FusedMultiplyAdd(T.Of(8.33333333332248946124e-03), square, T.Of(-1.66666666666666324348e-01));
        T s34 = T.FusedMultiplyAdd(T.Of(2.75573137070700676789e-06), square, T.Of(-1.98412698298579493134e-04));
        T s56 = T.FusedMultiplyAdd(T.Of(1.58969099521155010221e-10), square, T.Of(-2.50507602534068634195e-08));
        T s = T.FusedMultiplyAdd(T.FusedMultiplyAdd(s56, fourth, s34), fourth, s12);
        T c12 = T.FusedMultiplyAdd(T.Of(-1.38888888888741095749e-03), square, T.Of(4.16666666666666019037e-02));
        T c34 = T.FusedMultiplyAdd(T.Of(-2.75573143513906633035e-07), square, T.Of(2.48015872894767294178e-05));
        T c56 = T.FusedMultiplyAdd(T.Of(-1.13596475577881948265e-11), square, T.Of(2.08757232129817482790e-09));
        T c = T.FusedMultiplyAdd(T.FusedMultiplyAdd(c56, fourth, c34), fourth, c12);
        c = T.FusedMultiplyAdd(c, square, T.Of(-0.5));
        return (
            T.FusedMultiplyAdd(s, square * radians, radians),
            T.FusedMultiplyAdd(c, square, T.Of(1)));
    }

    /// <summary>
    /// Python's <c>value % divisor</c>, except that the result may equal the divisor where rounding leads there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Modulo<T, TMask>(T value, double divisor)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        // Rounding half a divisor lower is taking the floor.
        T shifted = T.FusedMultiplyAdd(value, T.Of(1 / divisor), T.Of(-0.5)) + T.Of(Rounder);
        return T.FusedMultiplyAdd(shifted - T.Of(Rounder), T.Of(-divisor), value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Remainder, T Switches) Reduce<T, TMask>(T radians)
        where T : struct, ILanes<T, TMask>
        where TMask : struct
    {
        T switches = T.FusedMultiplyAdd(radians, T.Of(2 / Math.PI), T.Of(Rounder));
        T quarters = switches - T.Of(Rounder);
        T rest = T.FusedMultiplyAdd(quarters, T.Of(-HalfPiHigh), radians);
        rest = T.FusedMultiplyAdd(quarters, T.Of(-HalfPiMiddle), rest);
        rest = T.FusedMultiplyAdd(quarters, T.Of(-HalfPiLow), rest);
        return (rest, switches);
    }
}
