namespace GymSharp.Randomness;

/// <summary>
/// log(1 + x) without loss of accuracy near 0, with the same rounding as the C library that NumPy calls.
/// </summary>
/// <remarks>
/// The method of FDLIBM (Sun Microsystems, 1993): write 1 + x = 2^k (1 + f) with sqrt(2)/2 &lt; 1 + f &lt; sqrt(2),
/// then log(1 + f) = f - (f^2/2 - s (f^2/2 + R)) with s = f / (2 + f) and R a polynomial in s^2. The terms are paired
/// and fused as in the GNU C library on processors with fused multiply-add, because that decides the last bit.
/// </remarks>
internal static class Log1p
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double P1 = 6.666666666666735130e-01;
    private const double P2 = 3.999999999940941908e-01;
    private const double P3 = 2.857142874366239149e-01;
    private const double P4 = 2.222219843214978396e-01;
    private const double P5 = 1.818357216161805012e-01;
    private const double P6 = 1.531383769920937332e-01;
    private const double P7 = 1.479819860511658591e-01;

    // Upper halves of the bit patterns of sqrt(2) - 1, sqrt(2) / 2 - 1, 2^-29 and 2^-54.
    private const int SqrtTwoMinusOne = 0x3FDA827A;
    private const int HalfSqrtTwoMinusOne = unchecked((int)0xbfd2bec3);
    private const int TwoToMinus29 = 0x3e200000;
    private const int TwoToMinus54 = 0x3c900000;

    /// <summary>log(1 + <paramref name="x"/>) for x &gt; -1; minus infinity at -1, not a number below.</summary>
    public static double Of(double x)
    {
        if (!(x > -1.0) || double.IsPositiveInfinity(x))
        {
            return x == -1.0 ? double.NegativeInfinity : x < -1.0 ? double.NaN : x;
        }

        int high = HighWord(x);
        int magnitude = high & 0x7fffffff;
        if (magnitude < TwoToMinus29)
        {
            return magnitude < TwoToMinus54 ? x : Math.FusedMultiplyAdd(-0.5, x * x, x);
        }

        if (high < SqrtTwoMinusOne && (high > 0 || high <= HalfSqrtTwoMinusOne))
        {
            return Series(x, exponent: 0, correction: 0.0, mantissa: 1);
        }

        double sum = 1.0 + x;
        bool huge = high >= 0x43400000;
        sum = huge ? x : sum;
        int sumHigh = HighWord(sum);
        int exponent = (sumHigh >> 20) - 1023;
        double lost = huge ? 0.0 : exponent > 0 ? 1.0 - (sum - x) : x - (sum - 1.0);
        lost /= sum;
        int mantissa = sumHigh & 0x000fffff;
        if (mantissa < 0x6a09e)
        {
            sum = WithHighWord(sum, mantissa | 0x3ff00000);
        }
        else
        {
            exponent++;
            sum = WithHighWord(sum, mantissa | 0x3fe00000);
            mantissa = (0x00100000 - mantissa) >> 2;
        }

        return Series(sum - 1.0, exponent, lost, mantissa);
    }

    private static double Series(double f, int exponent, double correction, int mantissa)
    {
        double halfSquare = 0.5 * f * f;
        double low = Math.FusedMultiplyAdd(exponent, Ln2Low, correction);
        if (mantissa != 0)
        {
            double s = f / (2.0 + f);
            double rest = s * (Polynomial(s * s) + halfSquare);
            return exponent == 0
                ? f - (halfSquare - rest)
                : Math.FusedMultiplyAdd(exponent, Ln2High, -(halfSquare - (low + rest) - f));
        }

        if (f == 0.0)
        {
            return exponent == 0 ? 0.0 : Math.FusedMultiplyAdd(exponent, Ln2High, low);
        }

        double cubic = halfSquare * Math.FusedMultiplyAdd(-f, 0.66666666666666666, 1.0);
        return exponent == 0
            ? f - cubic
            : Math.FusedMultiplyAdd(exponent, Ln2High, -(cubic - low - f));
    }

    private static double Polynomial(double z)
    {
        double z2 = z * z;
        double z4 = z2 * z2;
        double sum = Math.FusedMultiplyAdd(z, P1, z2 * Math.FusedMultiplyAdd(z, P3, P2));
        sum = Math.FusedMultiplyAdd(z4, Math.FusedMultiplyAdd(z, P5, P4), sum);
        return Math.FusedMultiplyAdd(z2 * z4, Math.FusedMultiplyAdd(z, P7, P6), sum);
    }

    private static int HighWord(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> 32);

    private static double WithHighWord(double x, int high) =>
        BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)BitConverter.DoubleToInt64Bits(x));
}
