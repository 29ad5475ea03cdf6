namespace GymSharp.Spaces;

/// <summary>
/// How NumPy writes the floating-point numbers of one array: all alike, so that the points stand in a column.
/// </summary>
internal sealed class FloatFormat
{
    private const int Precision = 8;
    private const double PositionalBelow = 1e8;
    private readonly DType dtype;
    private readonly bool scientific;
    private readonly int left;
    private readonly int right;
    private readonly int mantissaDigits;
    private readonly int exponentDigits;

    /// <summary>Chooses the format from the numbers that will be shown.</summary>
    public FloatFormat(IReadOnlyList<double> values, DType dtype)
    {
        this.dtype = dtype;
        double[] finite = [.. values.Where(double.IsFinite)];
        scientific = NeedsExponent(finite, dtype);
        foreach (double value in finite)
        {
            string sign = double.IsNegative(value) ? "-" : "";
            DecimalDigits digits = DecimalDigits.Shortest(value, dtype);
            if (scientific)
            {
                digits = digits.RoundToSignificant(Precision, value);
                left = Math.Max(left, sign.Length + 1);
                mantissaDigits = Math.Max(mantissaDigits, digits.Digits.Length - 1);
                exponentDigits = Math.Max(exponentDigits, ExponentText(digits.Exponent, 2).Length - 1);
            }
            else
            {
                (string whole, string fraction) = digits.RoundTo(Precision, value).Positional();
                left = Math.Max(left, sign.Length + whole.Length);
                right = Math.Max(right, fraction.Length);
            }
        }

        right = scientific ? exponentDigits + 2 + mantissaDigits : right;
        if (finite.Length < values.Count)
        {
            int negative = values.Any(double.IsNegativeInfinity) ? 1 : 0;
            left = Math.Max(left, 3 + negative - (right + 1));
        }
    }

    /// <summary>
    /// A NumPy scalar's <c>str</c>: the shortest digits, with an exponent from 1e16 on and below 1e-4.
    /// </summary>
    public static string Scalar(double value, DType dtype)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        string sign = double.IsNegative(value) ? "-" : "";
        DecimalDigits digits = DecimalDigits.Shortest(value, dtype);
        double magnitude = Math.Abs(value);
        if (magnitude == 0.0 || magnitude is >= 1e-4 and < 1e16)
        {
            (string whole, string fraction) = digits.Positional();
            return $"{sign}{whole}.{(fraction.Length == 0 ? "0" : fraction)}";
        }

        string mantissa = digits.Digits.Length == 1 ? digits.Digits : $"{digits.Digits[0]}.{digits.Digits[1..]}";
        return sign + mantissa + "e" + ExponentText(digits.Exponent, 2);
    }

    /// <summary>One number in the chosen format.</summary>
    public string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value).PadLeft(left + right + 1);
        }

        string sign = double.IsNegative(value) ? "-" : "";
        DecimalDigits digits = DecimalDigits.Shortest(value, dtype);
        if (scientific)
        {
            digits = digits.ExtendTo(mantissaDigits, value);
            string mantissa = digits.Digits.PadRight(mantissaDigits + 1, '0');
            string first = $"{sign}{mantissa[0]}".PadLeft(left);
            return $"{first}.{mantissa[1..]}e{ExponentText(digits.Exponent, exponentDigits)}";
        }

        (string whole, string fraction) = digits.RoundTo(Precision, value).Positional();
        return (sign + whole).PadLeft(left) + "." + fraction.PadRight(right);
    }

    private static bool NeedsExponent(double[] finite, DType dtype)
    {
        double largest = 0.0;
        double smallest = double.PositiveInfinity;
        foreach (double value in finite)
        {
            double magnitude = Math.Abs(value);
            if (magnitude != 0.0)
            {
                largest = Math.Max(largest, magnitude);
                smallest = Math.Min(smallest, magnitude);
            }
        }

        if (largest == 0.0)
        {
            return false;
        }

        // NumPy 2 compares in the precision of the array.
        return dtype switch
        {
            DType.Float16 => (Half)smallest < (Half)0.0001 || (Half)((float)largest / (float)smallest) > (Half)1000f,
            DType.Float32 =>
                largest >= PositionalBelow || (float)smallest < 0.0001f || (float)largest / (float)smallest > 1000f,
            _ => largest >= PositionalBelow || smallest < 0.0001 || largest / smallest > 1000.0,
        };
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    private static string ExponentText(int exponent, int digits) =>
        (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString("D" + digits);
}
