using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Hyperbolic tangent of a, to some units in the last place.</summary>
/// <remarks>
/// A quotient of an odd polynomial of degree 13 and an even one of degree 6; beyond ±7.9 float32 cannot tell tanh from
/// ±1 by this form. The coefficients are those of the Eigen library's float tanh.
/// </remarks>
internal readonly struct TanhMap : IMap
{
    private const float Largest = 7.90531110763549805f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T a, T b, T c, T p, T q)
        where T : struct, ILanes<T>
    {
        // A NaN compares false both times and so goes through.
        T x = T.IfLess(T.All(Largest), a, T.All(Largest), T.IfLess(a, T.All(-Largest), T.All(-Largest), a));
        T square = T.Multiply(x, x);
        T top = T.MultiplyAdd(square, T.All(-2.76076847742355e-16f), T.All(2.00018790482477e-13f));
        T bottom = T.MultiplyAdd(square, T.All(1.19825839466702e-06f), T.All(1.18534705686654e-04f));
        top = T.MultiplyAdd(square, top, T.All(-8.60467152213735e-11f));
        bottom = T.MultiplyAdd(square, bottom, T.All(2.26843463243900e-03f));
        top = T.MultiplyAdd(square, top, T.All(5.12229709037114e-08f));
        bottom = T.MultiplyAdd(square, bottom, T.All(4.89352518554385e-03f));
        top = T.MultiplyAdd(square, top, T.All(1.48572235717979e-05f));
        top = T.MultiplyAdd(square, top, T.All(6.37261928875436e-04f));
        top = T.MultiplyAdd(square, top, T.All(4.89352455891786e-03f));
        return Quotient(T.Multiply(x, top), bottom);
    }

    // Three steps of Newton's method, each squaring the error, and one that corrects the quotient itself: faster than the
    // division of wide vectors, and the same bits on every processor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Quotient<T>(T top, T bottom)
        where T : struct, ILanes<T>
    {
        T minus = T.Subtract(T.All(0), bottom);
        T two = T.All(2);
        T inverse = T.RoughReciprocal(bottom);
        inverse = T.Multiply(inverse, T.MultiplyAdd(minus, inverse, two));
        inverse = T.Multiply(inverse, T.MultiplyAdd(minus, inverse, two));
        inverse = T.Multiply(inverse, T.MultiplyAdd(minus, inverse, two));
        T quotient = T.Multiply(top, inverse);
        return T.MultiplyAdd(T.MultiplyAdd(minus, quotient, top), inverse, quotient);
    }
}
