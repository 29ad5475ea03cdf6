using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>
/// Gradients of functions of two elements: a is that of the result, b the left argument, c the right one.
/// </summary>
internal static class PairSlopes
{
    /// <summary>Of the right side of a subtraction.</summary>
    public readonly struct OfNegative : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Subtract(T.All(0), a);
    }

    /// <summary>Of the left factor.</summary>
    public readonly struct TimesRight : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, c);
    }

    /// <summary>Of the right factor.</summary>
    public readonly struct TimesLeft : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Multiply(a, b);
    }

    /// <summary>Of a dividend.</summary>
    public readonly struct OverRight : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Divide(a, c);
    }

    /// <summary>Of a divisor.</summary>
    public readonly struct OfDivisor : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.Subtract(T.All(0), T.Divide(T.Multiply(a, b), T.Multiply(c, c)));
    }

    /// <summary>Of the left argument of a minimum.</summary>
    public readonly struct WhereLeftSmaller : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(c, b, T.All(0), a);
    }

    /// <summary>Of the right argument of a minimum.</summary>
    public readonly struct WhereRightSmaller : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(c, b, a, T.All(0));
    }

    /// <summary>Of the left argument of a maximum.</summary>
    public readonly struct WhereLeftLarger : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(b, c, T.All(0), a);
    }

    /// <summary>Of the right argument of a maximum.</summary>
    public readonly struct WhereRightLarger : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T p, T q)
            where T : struct, ILanes<T> =>
            T.IfLess(b, c, a, T.All(0));
    }
}
