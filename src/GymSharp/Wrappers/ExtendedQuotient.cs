using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Division with the roundings of the 80-bit floating-point format, exact on every processor.</summary>
/// <remarks>
/// NumPy on x86-64 Linux keeps <c>longdouble</c> in that format: 64 bits of mantissa. Numbers here are a whole number
/// times a power of two; the exponent range of the format is never reached by finite doubles.
/// </remarks>
internal static class ExtendedQuotient
{
    private const int ExtendedBits = 64;

    /// <summary>
    /// <c>numerator / (high - low)</c>, both operations rounded to 64 bits, then converted to the element type.
    /// </summary>
    /// <param name="numerator">A finite number.</param>
    /// <param name="high">A finite number.</param>
    /// <param name="low">A finite number.</param>
    public static T Divide<T>(double numerator, double high, double low)
        where T : unmanaged
    {
        (BigInteger highMantissa, int highExponent) = Split(high);
        (BigInteger lowMantissa, int lowExponent) = Split(low);
        int exponent = Math.Min(highExponent, lowExponent);
        BigInteger difference = (highMantissa << (highExponent - exponent)) - (lowMantissa << (lowExponent - exponent));
        if (difference.IsZero || numerator == 0.0)
        {
            return Element.FromDouble<T>(numerator / (high - low));
        }

        (BigInteger divisor, int divisorExponent) = Round(difference, exponent, ExtendedBits, int.MinValue);
        (BigInteger dividend, int dividendExponent) = Split(numerator);

        // Enough bits that the lowest one only has to tell whether there was a remainder.
        int shift = ExtendedBits + 3 + (int)divisor.GetBitLength();
        BigInteger quotient = BigInteger.DivRem(
            BigInteger.Abs(dividend) << shift, BigInteger.Abs(divisor), out BigInteger rest);
        quotient = (quotient << 1) | (rest.IsZero ? BigInteger.Zero : BigInteger.One);
        quotient *= dividend.Sign * divisor.Sign;
        exponent = dividendExponent - divisorExponent - shift - 1;
        (quotient, exponent) = Round(quotient, exponent, ExtendedBits, int.MinValue);
        return Convert<T>(quotient, exponent);
    }

    private static T Convert<T>(BigInteger mantissa, int exponent)
        where T : unmanaged
    {
        if (!Element.IsFloating<T>())
        {
            BigInteger whole = exponent >= 0
                ? mantissa << exponent
                : mantissa.Sign * (BigInteger.Abs(mantissa) >> -exponent);
            return Element.FromDouble<T>((double)whole);
        }

        // NumPy converts to half precision by way of single precision, which rounds twice.
        (int bits, int lowest) = typeof(T) == typeof(double) ? (53, -1074) : (24, -149);
        (mantissa, exponent) = Round(mantissa, exponent, bits, lowest);
        return Element.FromDouble<T>(Math.ScaleB((double)mantissa, exponent));
    }

    // Rounds to nearest, ties to even, to so many bits and no bit below 2^lowest.
    private static (BigInteger Mantissa, int Exponent) Round(BigInteger mantissa, int exponent, int bits, int lowest)
    {
        BigInteger magnitude = BigInteger.Abs(mantissa);
        int drop = (int)Math.Max(magnitude.GetBitLength() - bits, (long)lowest - exponent);
        if (drop <= 0)
        {
            return (mantissa, exponent);
        }

        BigInteger half = BigInteger.One << (drop - 1);
        BigInteger rest = magnitude & ((BigInteger.One << drop) - 1);
        magnitude >>= drop;
        if (rest > half || (rest == half && !magnitude.IsEven))
        {
            magnitude += 1;
        }

        return (magnitude * mantissa.Sign, exponent + drop);
    }

    private static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << 52);
        return (value < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }
}
