using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Gradient of <see cref="GeluMap"/>: a is that of the result, b the argument.</summary>
internal readonly struct GeluSlope : IMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T a, T b, T c, T p, T q)
        where T : struct, ILanes<T>
    {
        T tanh = GeluMap.Inner(b);
        T slope = T.MultiplyAdd(T.Multiply(b, b), T.All(3 * GeluMap.Scale * GeluMap.Cubic), T.All(GeluMap.Scale));
        T curved = T.Multiply(T.Multiply(b, slope), T.Subtract(T.All(1), T.Multiply(tanh, tanh)));
        return T.Multiply(a, T.Multiply(T.All(0.5f), T.Add(T.Add(T.All(1), tanh), curved)));
    }
}
