using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>
/// One <c>float</c> with the operations of NumPy's float32 scalars, bit for bit. Where every operation rounds to
/// float32, this takes a fraction of the time of a <c>double</c> that is rounded after each.
/// </summary>
/// <param name="value">The number.</param>
internal readonly struct ExactSingle(float value) : IArithmetic<ExactSingle, bool>
{
    /// <summary>The number.</summary>
    public float Value { get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ExactSingle(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator float(ExactSingle real) => real.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle Of(double constant) => new((float)constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle operator +(ExactSingle left, ExactSingle right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle operator -(ExactSingle left, ExactSingle right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle operator *(ExactSingle left, ExactSingle right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(ExactSingle left, ExactSingle right) => left.Value < right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(ExactSingle left, ExactSingle right) => left.Value > right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(ExactSingle left, ExactSingle right) => left.Value <= right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(ExactSingle left, ExactSingle right) => left.Value >= right.Value;

    /// <summary>The product of doubles, rounded: <c>(float)(factor * cos(radians))</c>.</summary>
    /// <remarks>
    /// The C library's cosine decides only where a polynomial of known error cannot: where the numbers it leaves
    /// possible round to two different floats, about twice in ten thousand angles.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle MultipleOfCos(double factor, ExactSingle radians)
    {
        double angle = radians.Value;
        double near = factor * RoughCosine.Of(angle);
        double doubt = factor * RoughCosine.LargestError;
        float one = (float)(near - doubt);
        return one == (float)(near + doubt) && Math.Abs(angle) <= RoughCosine.LargestAngle
            ? new(one)
            : new(MultipleOfLibraryCosine(factor, angle));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle RoundToSingle(ExactSingle value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle Abs(ExactSingle value) => new(Math.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle Clamp(ExactSingle value, double low, double high) =>
        value.Value < (float)low ? new((float)low) : value.Value > (float)high ? new((float)high) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactSingle Select(bool condition, ExactSingle whenTrue, ExactSingle whenFalse) =>
        condition ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool And(bool left, bool right) => left & right;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float MultipleOfLibraryCosine(double factor, double radians) => (float)(factor * Math.Cos(radians));
}
