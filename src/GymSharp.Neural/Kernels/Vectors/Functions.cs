using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Functions of elements; a is the argument.</summary>
internal static class Functions
{
    /// <summary><c>a b</c>.</summary>
    public readonly struct Multiply : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, b);
    }

    /// <summary><c>p a</c>.</summary>
    public readonly struct MultiplyByP : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, p);
    }

    /// <summary><c>a + p</c>.</summary>
    public readonly struct AddP : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Add(a, p);
    }

    /// <summary><c>max(a, 0)</c>.</summary>
    public readonly struct Relu : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(T.All(0), a, a, T.All(0));
    }

    /// <summary><c>a</c> between p and q.</summary>
    public readonly struct Clamp : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Smaller(T.Larger(a, p), q);
    }

    /// <summary><c>a²</c>.</summary>
    public readonly struct Square : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, a);
    }
}
