using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Two doubles in one vector of 128 bits.</summary>
/// <param name="value">The lanes.</param>
internal readonly struct Wide128(Vector128<double> value) : ILanes<Wide128, Vector128<double>>
{
    private readonly Vector128<double> lanes = value;

    public static int Count => Vector128<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Of(double constant) => new(Vector128.Create(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator +(Wide128 left, Wide128 right) => new(left.lanes + right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator -(Wide128 left, Wide128 right) => new(left.lanes - right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator *(Wide128 left, Wide128 right) => new(left.lanes * right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator /(Wide128 left, Wide128 right) => new(left.lanes / right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 operator -(Wide128 value) => new(-value.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> operator <(Wide128 left, Wide128 right) =>
        Vector128.LessThan(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> operator >(Wide128 left, Wide128 right) =>
        Vector128.GreaterThan(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> operator <=(Wide128 left, Wide128 right) =>
        Vector128.LessThanOrEqual(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> operator >=(Wide128 left, Wide128 right) =>
        Vector128.GreaterThanOrEqual(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 DivideBy(Wide128 value, double divisor) => new(value.lanes * Vector128.Create(1 / divisor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Square(Wide128 value) => new(value.lanes * value.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Modulo(Wide128 value, double divisor) =>
        LaneMath.Modulo<Wide128, Vector128<double>>(value, divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide128 Sin, Wide128 Cos) SinCos(Wide128 radians) =>
        LaneMath.SinCos<Wide128, Vector128<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide128 Sin, Wide128 Cos) SinCosNearZero(Wide128 radians) =>
        LaneMath.SinCosNearZero<Wide128, Vector128<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Cos(Wide128 radians) => LaneMath.Cos<Wide128, Vector128<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 MultipleOfCos(double factor, Wide128 radians) => Of(factor) * Cos(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 RoundToSingle(Wide128 value) => Widen(Narrow(value.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Abs(Wide128 value) => new(Vector128.Abs(value.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Clamp(Wide128 value, double low, double high) =>
        new(Vector128.MinNative(Vector128.MaxNative(value.lanes, Vector128.Create(low)), Vector128.Create(high)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Select(Vector128<double> condition, Wide128 whenTrue, Wide128 whenFalse) =>
        new(Vector128.ConditionalSelect(condition, whenTrue.lanes, whenFalse.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> And(Vector128<double> left, Vector128<double> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Or(Vector128<double> left, Vector128<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector128<double> condition) => Bits(condition) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Load(ref double source, int offset) => new(Vector128.LoadUnsafe(ref source, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Load(ref float source, int offset) =>
        Widen(Vector64.LoadUnsafe(ref source, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Load(ref int source, int offset) =>
        Widen(Vector64.ConvertToSingle(Vector64.LoadUnsafe(ref source, (nuint)offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide128 value, ref double target, int offset) =>
        value.lanes.StoreUnsafe(ref target, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide128 value, ref float target, int offset) =>
        Narrow(value.lanes).StoreUnsafe(ref target, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Vector128<double> condition) => (uint)condition.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 FusedMultiplyAdd(Wide128 left, Wide128 right, Wide128 addend) =>
        new(Vector128.FusedMultiplyAdd(left.lanes, right.lanes, addend.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> HasBit(Wide128 value, long bit)
    {
        Vector128<long> chosen = value.lanes.AsInt64() & Vector128.Create(bit);
        return (~Vector128.Equals(chosen, Vector128<long>.Zero)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 NegateWhereTwo(Wide128 value, Wide128 switches)
    {
        Vector128<long> sign = (switches.lanes.AsInt64() & Vector128.Create(2L)) << 62;
        return new((value.lanes.AsInt64() ^ sign).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector64<float> Narrow(Vector128<double> value) =>
        Vector128.Narrow(value, value).GetLower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide128 Widen(Vector64<float> value) =>
        new(Vector128.WidenLower(value.ToVector128Unsafe()));
}
