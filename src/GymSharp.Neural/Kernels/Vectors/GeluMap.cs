using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary><c>x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2</c>; Hendrycks and Gimpel (2016).</summary>
internal readonly struct GeluMap : IMap
{
    /// <summary><c>√(2/π)</c>.</summary>
    public const float Scale = 0.7978845608f;

    /// <summary>Coefficient of the cube.</summary>
    public const float Cubic = 0.044715f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T a, T b, T c, T p, T q)
        where T : struct, ILanes<T>
    {
        T half = T.Multiply(a, T.All(0.5f));
        return T.MultiplyAdd(half, Inner(a), half);
    }

    /// <summary>The hyperbolic tangent in the formula.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Inner<T>(T x)
        where T : struct, ILanes<T>
    {
        T cube = T.Multiply(T.Multiply(x, x), T.Multiply(x, T.All(Cubic)));
        return TanhMap.Of(T.Multiply(T.All(Scale), T.Add(x, cube)), x, x, x, x);
    }
}
