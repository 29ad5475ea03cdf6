using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GymSharp.Spaces;

/// <summary>A finite number without sign as decimal digits: d.ddd times ten to the exponent.</summary>
/// <param name="Digits">Significant digits without trailing zeros; <c>0</c> for zero.</param>
/// <param name="Exponent">Exponent of the first digit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DecimalDigits(string Digits, int Exponent)
{
    // Enough to tell a number from the nearest one with fewer digits.
    private const int ExactDigits = 40;

    /// <summary>The fewest digits that identify the number among those of its type.</summary>
    public static DecimalDigits Shortest(double value, DType dtype)
    {
        string text = dtype switch
        {
            DType.Float16 => ((Half)Math.Abs(value)).ToString("E4", CultureInfo.InvariantCulture),
            DType.Float32 => ((float)Math.Abs(value)).ToString("R", CultureInfo.InvariantCulture),
            _ => Math.Abs(value).ToString("R", CultureInfo.InvariantCulture),
        };
        return dtype == DType.Float16 ? ShortestHalf((Half)Math.Abs(value)) : Parse(text);
    }

    /// <summary>Digits after the point when written without an exponent.</summary>
    public int Fraction => Math.Max(0, Digits.Length - 1 - Exponent);

    /// <summary>
    /// These digits, or if there are more behind the point than wanted, the exact value rounded there (half to even).
    /// </summary>
    public DecimalDigits RoundTo(int fraction, double value) =>
        Fraction <= fraction ? this : Round(Math.Abs(value), fraction);

    /// <summary>As <see cref="RoundTo"/>, counting digits behind the first one.</summary>
    public DecimalDigits RoundToSignificant(int behindFirst, double value) =>
        Digits.Length - 1 <= behindFirst ? this : Round(Math.Abs(value), behindFirst - Exponent);

    /// <summary>
    /// As <see cref="RoundToSignificant"/>; where these are fewer digits, the exact value, rounded, supplies the
    /// others.
    /// </summary>
    public DecimalDigits ExtendTo(int behindFirst, double value)
    {
        if (Digits.Length - 1 >= behindFirst || Digits == "0")
        {
            return RoundToSignificant(behindFirst, value);
        }

        // The shortest digits may have been rounded up to a power of ten that the exact value does not reach.
        int exact = Round(Math.Abs(value), ExactDigits - Exponent).Exponent;
        return Round(Math.Abs(value), behindFirst - exact);
    }

    /// <summary>The part before the point and the part behind it, without an exponent.</summary>
    public (string Whole, string Fraction) Positional()
    {
        if (Exponent < 0)
        {
            return ("0", new string('0', -Exponent - 1) + Digits);
        }

        return Digits.Length <= Exponent + 1
            ? (Digits.PadRight(Exponent + 1, '0'), "")
            : (Digits[..(Exponent + 1)], Digits[(Exponent + 1)..]);
    }

    private static DecimalDigits Parse(string text)
    {
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = e < 0
            ? 0
            : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        return Normalise(digits, exponent);
    }

    private static DecimalDigits Normalise(string digits, int exponent)
    {
        string trimmed = digits.TrimStart('0');
        return trimmed.Length == 0
            ? new("0", 0)
            : new(trimmed.TrimEnd('0'), exponent - (digits.Length - trimmed.Length));
    }

    // Half has no shortest form among the format strings of every runtime; at most five digits are needed.
    private static DecimalDigits ShortestHalf(Half value)
    {
        for (int precision = 0; precision < 5; precision++)
        {
            string text = ((double)value).ToString("E" + precision, CultureInfo.InvariantCulture);
            if ((Half)double.Parse(text, CultureInfo.InvariantCulture) == value)
            {
                return Parse(text);
            }
        }

        return Parse(((double)value).ToString("R", CultureInfo.InvariantCulture));
    }

    private static DecimalDigits Round(double value, int fraction)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7ff;
        BigInteger mantissa = (bits & 0xfffffffffffff) | (exponent == 0 ? 0 : 1L << 52);
        exponent = Math.Max(exponent, 1) - 1075;
        BigInteger numerator =
            mantissa * BigInteger.Pow(2, Math.Max(exponent, 0)) * BigInteger.Pow(10, Math.Max(fraction, 0));
        BigInteger denominator = BigInteger.Pow(2, Math.Max(-exponent, 0)) * BigInteger.Pow(10, Math.Max(-fraction, 0));
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        int order = (remainder * 2).CompareTo(denominator);
        quotient += order > 0 || (order == 0 && !quotient.IsEven) ? 1 : 0;
        string digits = quotient.ToString(CultureInfo.InvariantCulture);
        return Normalise(digits, digits.Length - 1 - fraction);
    }
}
