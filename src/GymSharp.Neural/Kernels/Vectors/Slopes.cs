using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Gradients: a is that of the result, b the argument x, c the result y.</summary>
internal static class Slopes
{
    /// <summary>Of an addition.</summary>
    public readonly struct OfSum : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            a;
    }

    /// <summary>Of a multiplication by p.</summary>
    public readonly struct OfFactor : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, p);
    }

    /// <summary>Of tanh.</summary>
    public readonly struct OfTanh : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, T.Subtract(T.All(1), T.Multiply(c, c)));
    }

    /// <summary>Of a rectifier.</summary>
    public readonly struct OfRelu : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(T.All(0), c, a, T.All(0));
    }

    /// <summary>Of the logistic function.</summary>
    public readonly struct OfSigmoid : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, T.Multiply(c, T.Subtract(T.All(1), c)));
    }

    /// <summary>Of the exponential function.</summary>
    public readonly struct OfExp : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, c);
    }

    /// <summary>Of the logarithm.</summary>
    public readonly struct OfLog : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Divide(a, b);
    }

    /// <summary>Of a square.</summary>
    public readonly struct OfSquare : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(T.Add(a, a), b);
    }

    /// <summary>Of a square root.</summary>
    public readonly struct OfSqrt : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Divide(T.Multiply(a, T.All(0.5f)), c);
    }

    /// <summary>Of an absolute value.</summary>
    public readonly struct OfAbs : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(T.All(0), b, a, T.IfLess(b, T.All(0), T.Subtract(T.All(0), a), T.All(0)));
    }

    /// <summary>Of a clamp to p and q.</summary>
    public readonly struct OfClamp : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(b, p, T.All(0), T.IfLess(q, b, T.All(0), a));
    }

    /// <summary>Of Huber's loss with δ = p.</summary>
    public readonly struct OfHuber : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, T.Smaller(T.Larger(b, T.Subtract(T.All(0), p)), p));
    }
}
