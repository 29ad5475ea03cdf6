namespace GymSharp.Rendering;

/// <summary>Sine and cosine from additions and multiplications alone, hence the same bits on every system.</summary>
/// <remarks>Pictures must not differ between C libraries; this is exact to about 1e-16, and not meant for
/// dynamics.</remarks>
internal static class PortableMath
{
    // pi/2 in two parts: the first has few enough bits that multiples of it are exact.
    private const double HalfPiHigh = 1.57079632673412561417e+00;
    private const double HalfPiLow = 6.07710050650619224932e-11;

    /// <summary>Sine and cosine of an angle in radians.</summary>
    public static (double Sine, double Cosine) SinCos(double radians)
    {
        double quarter = Math.Floor((radians * (2 / Math.PI)) + 0.5);
        double r = radians - (quarter * HalfPiHigh) - (quarter * HalfPiLow);
        double square = r * r;
        double sine = r * Sine(square);
        double cosine = Cosine(square);
        return ((long)quarter & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    // Taylor series; |r| <= pi/4, so the first term left out is below 1e-17.
    private static double Sine(double s) => 1 - (s / 6 * (1 - (s / 20 * (1 - (s / 42 * (1 - (s / 72 * (1 - (s / 110
        * (1 - (s / 156 * (1 - (s / 210)))))))))))));

    private static double Cosine(double s) => 1 - (s / 2 * (1 - (s / 12 * (1 - (s / 30 * (1 - (s / 56 * (1 - (s / 90
        * (1 - (s / 132 * (1 - (s / 182 * (1 - (s / 240)))))))))))))));
}
