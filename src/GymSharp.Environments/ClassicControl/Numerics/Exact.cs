using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>
/// One <c>double</c> with the operations of NumPy's float64 scalars, bit for bit (functions of the C library).
/// </summary>
/// <param name="value">The number.</param>
internal readonly struct Exact(double value) : IReal<Exact, bool>
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Exact(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator double(Exact real) => real.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Of(double constant) => new(constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact operator +(Exact left, Exact right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact operator -(Exact left, Exact right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact operator *(Exact left, Exact right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact operator /(Exact left, Exact right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact operator -(Exact value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(Exact left, Exact right) => left.Value < right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(Exact left, Exact right) => left.Value > right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(Exact left, Exact right) => left.Value <= right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(Exact left, Exact right) => left.Value >= right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact DivideBy(Exact value, double divisor) => new(value.Value / divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Square(Exact value) => new(CPower.Square(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Modulo(Exact value, double divisor)
    {
        if (value.Value >= 0 && value.Value < divisor)
        {
            return value;
        }

        double remainder = value.Value % divisor;
        return new(remainder < 0 ? remainder + divisor : Math.Abs(remainder));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Exact Sin, Exact Cos) SinCos(Exact radians)
    {
        (double sin, double cos) = Math.SinCos(radians.Value);
        return (new(sin), new(cos));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Exact Sin, Exact Cos) SinCosNearZero(Exact radians) => SinCos(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Cos(Exact radians) => new(Math.Cos(radians.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact MultipleOfCos(double factor, Exact radians) => new(factor * Math.Cos(radians.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact RoundToSingle(Exact value) => new((float)value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Abs(Exact value) => new(Math.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Clamp(Exact value, double low, double high) =>
        value.Value < low ? new(low) : value.Value > high ? new(high) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Exact Select(bool condition, Exact whenTrue, Exact whenFalse) => condition ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool And(bool left, bool right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Or(bool left, bool right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(bool condition) => condition;
}
