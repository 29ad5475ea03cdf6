using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Eight doubles in one vector of 512 bits.</summary>
/// <param name="value">The lanes.</param>
internal readonly struct Wide512(Vector512<double> value) : ILanes<Wide512, Vector512<double>>
{
    private readonly Vector512<double> lanes = value;

    public static int Count => Vector512<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Of(double constant) => new(Vector512.Create(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator +(Wide512 left, Wide512 right) => new(left.lanes + right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator -(Wide512 left, Wide512 right) => new(left.lanes - right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator *(Wide512 left, Wide512 right) => new(left.lanes * right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator /(Wide512 left, Wide512 right) => new(left.lanes / right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator -(Wide512 value) => new(-value.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> operator <(Wide512 left, Wide512 right) =>
        Vector512.LessThan(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> operator >(Wide512 left, Wide512 right) =>
        Vector512.GreaterThan(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> operator <=(Wide512 left, Wide512 right) =>
        Vector512.LessThanOrEqual(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> operator >=(Wide512 left, Wide512 right) =>
        Vector512.GreaterThanOrEqual(left.lanes, right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 DivideBy(Wide512 value, double divisor) => new(value.lanes * Vector512.Create(1 / divisor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Square(Wide512 value) => new(value.lanes * value.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Modulo(Wide512 value, double divisor) =>
        LaneMath.Modulo<Wide512, Vector512<double>>(value, divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide512 Sin, Wide512 Cos) SinCos(Wide512 radians) =>
        LaneMath.SinCos<Wide512, Vector512<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Wide512 Sin, Wide512 Cos) SinCosNearZero(Wide512 radians) =>
        LaneMath.SinCosNearZero<Wide512, Vector512<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Cos(Wide512 radians) => LaneMath.Cos<Wide512, Vector512<double>>(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 MultipleOfCos(double factor, Wide512 radians) => Of(factor) * Cos(radians);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 RoundToSingle(Wide512 value) => Widen(Narrow(value.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Abs(Wide512 value) => new(Vector512.Abs(value.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Clamp(Wide512 value, double low, double high) =>
        new(Vector512.MinNative(Vector512.MaxNative(value.lanes, Vector512.Create(low)), Vector512.Create(high)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Select(Vector512<double> condition, Wide512 whenTrue, Wide512 whenFalse) =>
        new(Vector512.ConditionalSelect(condition, whenTrue.lanes, whenFalse.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> And(Vector512<double> left, Vector512<double> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Or(Vector512<double> left, Vector512<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512<double> condition) => Bits(condition) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load(ref double source, int offset) => new(Vector512.LoadUnsafe(ref source, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load(ref float source, int offset) =>
        Widen(Vector256.LoadUnsafe(ref source, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load(ref int source, int offset) =>
        Widen(Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref source, (nuint)offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide512 value, ref double target, int offset) =>
        value.lanes.StoreUnsafe(ref target, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide512 value, ref float target, int offset) =>
        Narrow(value.lanes).StoreUnsafe(ref target, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Vector512<double> condition) => (uint)condition.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 FusedMultiplyAdd(Wide512 left, Wide512 right, Wide512 addend) =>
        new(Vector512.FusedMultiplyAdd(left.lanes, right.lanes, addend.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> HasBit(Wide512 value, long bit)
    {
        Vector512<long> chosen = value.lanes.AsInt64() & Vector512.Create(bit);
        return (~Vector512.Equals(chosen, Vector512<long>.Zero)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 NegateWhereTwo(Wide512 value, Wide512 switches)
    {
        Vector512<long> sign = (switches.lanes.AsInt64() & Vector512.Create(2L)) << 62;
        return new((value.lanes.AsInt64() ^ sign).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Narrow(Vector512<double> value) =>
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(value)
            : Vector256.Narrow(value.GetLower(), value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide512 Widen(Vector256<float> value) =>
        new(Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(value)
            : Vector512.Create(Vector256.WidenLower(value), Vector256.WidenUpper(value)));
}
