using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Hyperbolic tangent of a, to some units in the last place.</summary>
/// <remarks>
/// A quotient of an odd polynomial of degree 13 and an even one of degree 6; beyond ±7.9 the result is ±1. It is within
/// 5 units in the last place. The coefficients are those of the Eigen library's float tanh.
/// </remarks>
internal readonly struct TanhMap : IMap
{
    private const float Largest = 7.90531110763549805f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T a, T b, T c, T p, T q)
        where T : struct, ILanes<T>
    {
        T square = T.Multiply(a, a);
        T top = T.MultiplyAdd(square, T.All(-2.76076847742355e-16f), T.All(2.00018790482477e-13f));
        T bottom = T.MultiplyAdd(square, T.All(1.19825839466702e-06f), T.All(1.18534705686654e-04f));
        top = T.MultiplyAdd(square, top, T.All(-8.60467152213735e-11f));
        bottom = T.MultiplyAdd(square, bottom, T.All(2.26843463243900e-03f));
        top = T.MultiplyAdd(square, top, T.All(5.12229709037114e-08f));
        bottom = T.MultiplyAdd(square, bottom, T.All(4.89352518554385e-03f));
        top = T.MultiplyAdd(square, top, T.All(1.48572235717979e-05f));
        top = T.MultiplyAdd(square, top, T.All(6.37261928875436e-04f));
        top = T.MultiplyAdd(square, top, T.All(4.89352455891786e-03f));
        T inside = T.Divide(T.Multiply(a, top), bottom);

        // Not a number compares false both times and so goes through.
        return T.IfLess(T.All(Largest), a, T.All(1), T.IfLess(a, T.All(-Largest), T.All(-1), inside));
    }
}
