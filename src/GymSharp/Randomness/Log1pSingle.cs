namespace GymSharp.Randomness;

/// <summary>
/// log(1 + x) in single precision, with the same rounding as the C library that NumPy calls; see <see cref="Log1p"/>
/// for the method. Here the polynomial is summed from its highest term, and nothing is fused.
/// </summary>
internal static class Log1pSingle
{
    private const float Ln2High = 6.9313812256e-01f;
    private const float Ln2Low = 9.0580006145e-06f;
    private const float P1 = 6.6666668653e-01f;
    private const float P2 = 4.0000000596e-01f;
    private const float P3 = 2.8571429849e-01f;
    private const float P4 = 2.2222198546e-01f;
    private const float P5 = 1.8183572590e-01f;
    private const float P6 = 1.5313838422e-01f;
    private const float P7 = 1.4798198640e-01f;

    // The bit patterns of sqrt(2) - 1, sqrt(2) / 2 - 1, 2^-29 and 2^-54.
    private const int SqrtTwoMinusOne = 0x3ed413d7;
    private const int HalfSqrtTwoMinusOne = unchecked((int)0xbe95f61f);
    private const int TwoToMinus29 = 0x31000000;
    private const int TwoToMinus54 = 0x24800000;

    /// <summary>log(1 + <paramref name="x"/>) for x &gt; -1; minus infinity at -1, not a number below.</summary>
    public static float Of(float x)
    {
        if (!(x > -1.0f) || float.IsPositiveInfinity(x))
        {
            return x == -1.0f ? float.NegativeInfinity : x < -1.0f ? float.NaN : x;
        }

        int bits = BitConverter.SingleToInt32Bits(x);
        int absolute = bits & 0x7fffffff;
        if (absolute < TwoToMinus29)
        {
            return absolute < TwoToMinus54 ? x : x - (x * x * 0.5f);
        }

        if (bits < SqrtTwoMinusOne && (bits > 0 || bits <= HalfSqrtTwoMinusOne))
        {
            return Series(x, exponent: 0, correction: 0.0f, mantissa: 1);
        }

        bool huge = bits >= 0x5a000000;
        float sum = huge ? x : 1.0f + x;
        int sumBits = BitConverter.SingleToInt32Bits(sum);
        int exponent = (sumBits >> 23) - 127;
        float lost = huge ? 0.0f : exponent > 0 ? 1.0f - (sum - x) : x - (sum - 1.0f);
        lost /= sum;
        int mantissa = sumBits & 0x007fffff;
        if (mantissa < 0x3504f7)
        {
            sum = BitConverter.Int32BitsToSingle(mantissa | 0x3f800000);
        }
        else
        {
            exponent++;
            sum = BitConverter.Int32BitsToSingle(mantissa | 0x3f000000);
            mantissa = (0x00800000 - mantissa) >> 2;
        }

        return Series(sum - 1.0f, exponent, lost, mantissa);
    }

    private static float Series(float f, int exponent, float correction, int mantissa)
    {
        float k = exponent;
        float halfSquare = 0.5f * f * f;
        if (mantissa == 0)
        {
            if (f == 0.0f)
            {
                return exponent == 0 ? 0.0f : (k * Ln2High) + (correction + (k * Ln2Low));
            }

            float cubic = halfSquare * (1.0f - (0.66666666666666666f * f));
            return exponent == 0
                ? f - cubic
                : (k * Ln2High) - ((cubic - ((k * Ln2Low) + correction)) - f);
        }

        float s = f / (2.0f + f);
        float z = s * s;
        float tail = z * (P1 + (z * (P2 + (z * (P3 + (z * (P4 + (z * (P5 + (z * (P6 + (z * P7))))))))))));
        return exponent == 0
            ? f - (halfSquare - (s * (halfSquare + tail)))
            : (k * Ln2High) - ((halfSquare - ((s * (halfSquare + tail)) + ((k * Ln2Low) + correction))) - f);
    }
}
