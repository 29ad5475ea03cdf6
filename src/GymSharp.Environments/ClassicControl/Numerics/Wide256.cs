using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Four doubles in one vector of 256 bits.</summary>
/// <param name="value">The lanes.</param>
internal readonly struct Wide256(Vector256<double> value) : ILanes<Wide256, Vector256<double>>
{
    private readonly Vector256<double> lanes = value;

    public static int Count => Vector256<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Of(double constant) => new(Vector256.Create(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator +(Wide256 left, Wide256 right) => new(left.lanes + right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator -(Wide256 left, Wide256 right) => new(left.lanes - right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator *(Wide256 left, Wide256 right) => new(left.lanes * right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator /(Wide256 left, Wide256 right) => new(left.lanes / right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator -(Wide256 value) => new(-value.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> operator <(Wide256 left, Wide256 right) =>
        Vector256.LessThan(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> operator >(Wide256 left, Wide256 right) =>
        Vector256.GreaterThan(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> operator <=(Wide256 left, Wide256 right) =>
        Vector256.LessThanOrEqual(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> operator >=(Wide256 left, Wide256 right) =>
        Vector256.GreaterThanOrEqual(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 DivideBy(Wide256 value, double divisor) => new(value.lanes * Vector256.Create(1 / divisor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Square(Wide256 value) => new(value.lanes * value.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Modulo(Wide256 value, double divisor) =>
        LaneMath.Modulo<Wide256, Vector256<double>>(value, divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide256 Sin, Wide256 Cos) SinCos(Wide256 radians) =>
        LaneMath.SinCos<Wide256, Vector256<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide256 Sin, Wide256 Cos) SinCosNearZero(Wide256 radians) =>
        LaneMath.SinCosNearZero<Wide256, Vector256<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Cos(Wide256 radians) => LaneMath.Cos<Wide256, Vector256<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 MultipleOfCos(double factor, Wide256 radians) => Of(factor) * Cos(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 RoundToSingle(Wide256 value) => Widen(Narrow(value.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Abs(Wide256 value) => new(Vector256.Abs(value.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Clamp(Wide256 value, double low, double high) =>
        new(Vector256.MinNative(Vector256.MaxNative(value.lanes, Vector256.Create(low)), Vector256.Create(high)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Select(Vector256<double> condition, Wide256 whenTrue, Wide256 whenFalse) =>
        new(Vector256.ConditionalSelect(condition, whenTrue.lanes, whenFalse.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> And(Vector256<double> left, Vector256<double> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Or(Vector256<double> left, Vector256<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector256<double> condition) => Bits(condition) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load(ref double source, int offset) => new(Vector256.LoadUnsafe(ref source, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load(ref float source, int offset) =>
        Widen(Vector128.LoadUnsafe(ref source, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load(ref int source, int offset) =>
        Widen(Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref source, (nuint)offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide256 value, ref double target, int offset) =>
        value.lanes.StoreUnsafe(ref target, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide256 value, ref float target, int offset) =>
        Narrow(value.lanes).StoreUnsafe(ref target, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Vector256<double> condition) => (uint)condition.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 FusedMultiplyAdd(Wide256 left, Wide256 right, Wide256 addend) =>
        new(Vector256.FusedMultiplyAdd(left.lanes, right.lanes, addend.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> HasBit(Wide256 value, long bit)
    {
        Vector256<long> chosen = value.lanes.AsInt64() & Vector256.Create(bit);
        return (~Vector256.Equals(chosen, Vector256<long>.Zero)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 NegateWhereTwo(Wide256 value, Wide256 switches)
    {
        Vector256<long> sign = (switches.lanes.AsInt64() & Vector256.Create(2L)) << 62;
        return new((value.lanes.AsInt64() ^ sign).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Narrow(Vector256<double> value) =>
        Avx.IsSupported ? Avx.ConvertToVector128Single(value) : Vector128.Narrow(value.GetLower(), value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide256 Widen(Vector128<float> value) =>
        new(Avx.IsSupported
            ? Avx.ConvertToVector256Double(value)
            : Vector256.Create(Vector128.WidenLower(value), Vector128.WidenUpper(value)));
}
