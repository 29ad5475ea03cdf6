using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>
/// Choices between numbers, with the answers of C++'s conditional expressions for signed zeros and NaN, which
/// <see cref="MathF"/> does not give.
/// </summary>
internal static class Scalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float a, float b) => a < b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b) => a > b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float a) => a > 0.0f ? a : -a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Clamp(float a, float low, float high) => Max(low, Min(a, high));
}
