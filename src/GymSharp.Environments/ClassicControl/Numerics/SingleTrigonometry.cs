namespace GymSharp.Environments.ClassicControl;

/// <summary>NumPy's sine and cosine of float32 numbers, bit for bit as on processors with fused multiply-add.</summary>
/// <remarks>
/// NumPy does not call the C library here: it takes multiples of π/2 away in three parts (Cody and Waite) and
/// evaluates a polynomial in float32. Only beyond <see cref="LargestSine"/> and <see cref="LargestCosine"/> it
/// falls back.
/// </remarks>
internal static class SingleTrigonometry
{
    /// <summary>Largest angle in radians for which the sine is a polynomial.</summary>
    public const float LargestSine = 117435.992f;

    /// <summary>Largest angle in radians for which the cosine is a polynomial.</summary>
    public const float LargestCosine = 71476.0625f;

    // π/2 = High + Middle + Low, negated.
    private const float MinusHigh = -1.570796f;
    private const float MinusMiddle = -3.1391647e-07f;
    private const float MinusLow = -5.3903025e-15f;

    // Adding and subtracting 1.5 * 2^23 rounds to an integer.
    private const float Rounder = 12582912f;

    // Coefficients of the polynomials in [-π/4, π/4], by the power of the angle.
    private const float Cosine8 = 2.4372266e-05f;
    private const float Cosine6 = -0.001388652f;
    private const float Cosine4 = 0.04166662f;
    private const float Sine9 = 2.8404097e-06f;
    private const float Sine7 = -0.00019856491f;
    private const float Sine5 = 0.008333397f;
    private const float Sine3 = -0.16666667f;

    /// <summary><c>numpy.sin</c> of a float32.</summary>
    public static float Sin(float radians) =>
        float.IsNaN(radians) ? float.NaN
        : Math.Abs(radians) <= LargestSine ? Evaluate(radians, 0)
        : MathF.Sin(radians);

    /// <summary><c>numpy.cos</c> of a float32.</summary>
    public static float Cos(float radians) =>
        float.IsNaN(radians) ? float.NaN
        : Math.Abs(radians) <= LargestCosine ? Evaluate(radians, 1)
        : MathF.Cos(radians);

    private static float Evaluate(float radians, int shift)
    {
        const float TwoOverPi = 0.63661975f;
        float quarters = radians * TwoOverPi;
        quarters += Rounder;
        quarters -= Rounder;
        float rest = MathF.FusedMultiplyAdd(quarters, MinusHigh, radians);
        rest = MathF.FusedMultiplyAdd(quarters, MinusMiddle, rest);
        rest = MathF.FusedMultiplyAdd(quarters, MinusLow, rest);
        int quadrant = (int)quarters + shift;
        float value = (quadrant & 1) == 0 ? SinePolynomial(rest) : CosinePolynomial(rest * rest);
        return (quadrant & 2) == 0 ? value : 0f - value;
    }

    private static float CosinePolynomial(float square)
    {
        float r = MathF.FusedMultiplyAdd(Cosine8, square, Cosine6);
        r = MathF.FusedMultiplyAdd(r, square, Cosine4);
        r = MathF.FusedMultiplyAdd(r, square, -0.5f);
        return MathF.FusedMultiplyAdd(r, square, 1f);
    }

    private static float SinePolynomial(float x)
    {
        float square = x * x;
        float r = MathF.FusedMultiplyAdd(Sine9, square, Sine7);
        r = MathF.FusedMultiplyAdd(r, square, Sine5);
        r = MathF.FusedMultiplyAdd(r, square, Sine3);
        r = MathF.FusedMultiplyAdd(r, square, 0f);
        return MathF.FusedMultiplyAdd(r, x, x);
    }
}
