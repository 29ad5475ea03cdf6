using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Doubles = System.Runtime.Intrinsics.Vector512<double>;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>Sines and cosines of sixteen worlds at once, with the bits of the C library.</summary>
/// <remarks>
/// <para>The float32 sine and cosine of glibc and of others work in float64: the angle less a multiple of π/2, then a
/// polynomial of degree 7 or 8 in what is left (Wilco Dijkstra, "sincosf", ARM Optimized Routines, 2018). The same
/// operations on eight numbers at a time give the same numbers. The library is asked where the angle is great, where a
/// result lies within 2⁻²⁴ of half a unit of the middle between two float32, so that a sum rounded in another order
/// could choose the other, and everywhere if it is another library.</para>
/// </remarks>
internal static class LaneSine
{
    // Above this the library takes a longer way; below the other, the sine is the angle and the cosine 1.
    private const float Great = 120.0f;
    private const float Small = 1.0f / 4096;
    private const double TwoByPi = 0.6366197723675814;
    private const double HalfPi = 1.5707963267948966;
    private const double Sine1 = -0.16666654943701084;
    private const double Sine2 = 0.008332178146138854;
    private const double Sine3 = -0.00019517298981385725;
    private const double Cosine1 = -0.49999999725108224;
    private const double Cosine2 = 0.041666623324344516;
    private const double Cosine3 = -0.001388676379437604;
    private const double Cosine4 = 2.4390450703564542e-05;

    // The quarter is rounded in whole 2⁻²⁴.
    private const double Scale = 16777216;

    // Adding it leaves the integer in the lowest bits.
    private const double Integers = 6755399441055744;

    // The bits of a float64 below those of a float32, the middle between two, and how near to it is too near.
    private const long Below = (1L << 29) - 1;
    private const long Middle = 1L << 28;
    private const long Near = 16;

    /// <summary>Whether the C library's numbers were found to be these.</summary>
    public static readonly bool IsLikeLibrary = Vector256.IsHardwareAccelerated && Compare();

    /// <summary>Sets sines and cosines where a condition holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turn(Lanes where, Lanes angle, ref Lanes sin, ref Lanes cos)
    {
        uint asked = Lane.Bits(where);
        if (IsLikeLibrary)
        {
            asked &= Compute(angle, out Lanes newSin, out Lanes newCos);
            sin = Lane.Choose(where, newSin, sin);
            cos = Lane.Choose(where, newCos, cos);
        }

        while (asked != 0)
        {
            int lane = BitOperations.TrailingZeroCount(asked);
            asked &= asked - 1;
            Rotation turn = Rotation.FromAngle(Lane.Get(in angle, lane));
            Lane.Set(ref sin, lane, turn.Sin);
            Lane.Set(ref cos, lane, turn.Cos);
        }
    }

    /// <summary>Computes sines and cosines.</summary>
    /// <returns>The lanes for which the library is to be asked, as bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Compute(Lanes angle, out Lanes sin, out Lanes cos)
    {
        (Doubles lower, Doubles upper) = Vector512.Widen(angle);
        uint doubtful = Half(lower, out Doubles lowerSin, out Doubles lowerCos)
            | (Half(upper, out Doubles upperSin, out Doubles upperCos) << Doubles.Count);
        Lanes size = Vector512.Abs(angle);
        Lanes small = Vector512.LessThan(size, Vector512.Create(Small));
        sin = Lane.Choose(small, angle, Vector512.Narrow(lowerSin, upperSin));
        cos = Lane.Choose(small, Lanes.One, Vector512.Narrow(lowerCos, upperCos));
        return (doubtful & ~Lane.Bits(small)) | Lane.Bits(~Vector512.LessThan(size, Vector512.Create(Great)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(Doubles angle, out Doubles sin, out Doubles cos)
    {
        Doubles quarters = Vector512.Floor(
            (Vector512.Truncate(angle * Vector512.Create(TwoByPi * Scale)) + Vector512.Create(0.5 * Scale))
                * Vector512.Create(1 / Scale));
        Doubles x = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-HalfPi), angle);
        Doubles x2 = x * x;
        Doubles sine = Sine(x, x2);
        Doubles cosine = Cosine(x2);
        Vector512<long> number = (quarters + Vector512.Create(Integers)).AsInt64();
        Doubles odd = (-(number & Vector512<long>.One)).AsDouble();
        sin = Vector512.ConditionalSelect(odd, cosine, sine) ^ Sign(number);
        cos = Vector512.ConditionalSelect(odd, sine, cosine) ^ Sign(number + Vector512<long>.One);
        return (uint)(IsNearMiddle(sin) | IsNearMiddle(cos)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Doubles Sine(Doubles x, Doubles x2)
    {
        Doubles x3 = x * x2;
        Doubles high = Vector512.FusedMultiplyAdd(x2, Vector512.Create(Sine3), Vector512.Create(Sine2));
        Doubles low = Vector512.FusedMultiplyAdd(x3, Vector512.Create(Sine1), x);
        return Vector512.FusedMultiplyAdd(x3 * x2, high, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Doubles Cosine(Doubles x2)
    {
        Doubles x4 = x2 * x2;
        Doubles high = Vector512.FusedMultiplyAdd(x2, Vector512.Create(Cosine4), Vector512.Create(Cosine3));
        Doubles low = Vector512.FusedMultiplyAdd(x2, Vector512.Create(Cosine1), Doubles.One);
        low = Vector512.FusedMultiplyAdd(x4, Vector512.Create(Cosine2), low);
        return Vector512.FusedMultiplyAdd(x4 * x2, high, low);
    }

    // In the third and fourth quarter both are turned round.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Doubles Sign(Vector512<long> number) => ((number & Vector512.Create(2L)) << 62).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> IsNearMiddle(Doubles value)
    {
        Vector512<long> bits = (value.AsInt64() - Vector512.Create(Middle - Near)) & Vector512.Create(Below);
        return Vector512.LessThanOrEqual(bits, Vector512.Create(2 * Near));
    }

    // Libraries that compute otherwise differ in one float32 of ten. Near multiples of π/2 operations of the same kind
    // in another order would differ too.
    private static bool Compare()
    {
        Span<float> angles = stackalloc float[Lane.Count];
        for (int i = 0; i < 256; i++)
        {
            for (int lane = 0; lane < Lane.Count; lane += 2)
            {
                int at = (i * Lane.Count) + lane;
                angles[lane] = (at % 76) * (float)HalfPi;
                angles[lane + 1] = (at - 2048) * 0.0578f;
            }

            Lanes angle = Vector512.Create<float>(angles);
            uint asked = Compute(angle, out Lanes sin, out Lanes cos);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                Rotation turn = Rotation.FromAngle(angles[lane]);
                if ((asked >> lane & 1) == 0
                    && (Lane.Get(in sin, lane) != turn.Sin || Lane.Get(in cos, lane) != turn.Cos))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
