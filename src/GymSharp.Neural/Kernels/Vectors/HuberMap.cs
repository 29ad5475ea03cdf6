using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary><c>a²/2</c> up to δ = p and <c>δ (|a| − δ/2)</c> beyond.</summary>
internal readonly struct HuberMap : IMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T a, T b, T c, T p, T q)
        where T : struct, ILanes<T>
    {
        T half = T.All(0.5f);
        T size = T.Larger(a, T.Subtract(T.All(0), a));
        T near = T.Multiply(half, T.Multiply(size, size));
        T far = T.Multiply(p, T.Subtract(size, T.Multiply(half, p)));
        return T.IfLess(p, size, far, near);
    }
}
