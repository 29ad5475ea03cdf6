using System.Runtime.CompilerServices;

namespace GymSharp.Environments.ClassicControl;

/// <summary>The C library's <c>pow(x, 2)</c>, which is what NumPy's <c>x ** 2</c> of a scalar is.</summary>
/// <remarks>
/// <c>pow</c> is not always the correctly rounded square: before its last rounding glibc's may be off by 0.04 units
/// in the last place. So it equals <c>x * x</c> unless the square lies that close to the middle between two
/// doubles. A fused multiply-add gives the distance of <c>x * x</c> from the square exactly; only the doubtful
/// cases call <c>pow</c>.
/// </remarks>
internal static class CPower
{
    private const double LargestSure = 0.45 / (1L << 52);
    private const ulong ExponentBits = 0x7FF0_0000_0000_0000;

    /// <summary><c>pow(value, 2.0)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Square(double value)
    {
        double product = value * value;
        ulong bits = BitConverter.DoubleToUInt64Bits(product);
        double binade = BitConverter.UInt64BitsToDouble(bits & ExponentBits);
        double residue = Math.FusedMultiplyAdd(value, value, -product);

        // Below a power of two the spacing halves; near zero and infinity the residue is not exact.
        bool sure = Math.Abs(residue) < binade * LargestSure
            && binade != product && product is > 1e-280 and < 1e280;
        return sure ? product : Call(value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Call(double value) => Math.Pow(value, 2.0);
}
