using System.Globalization;

namespace GymSharp.Environments.ClassicControl;

/// <summary>
/// Reads the reset options <c>low</c>, <c>high</c>, <c>x_init</c> and <c>y_init</c> as Gymnasium does.
/// </summary>
internal static class ResetBounds
{
    /// <summary>Reads <c>low</c> and <c>high</c>.</summary>
    /// <param name="options">The options of a reset.</param>
    /// <param name="low">Taken when there is no option <c>low</c>.</param>
    /// <param name="high">Taken when there is no option <c>high</c>.</param>
    /// <exception cref="ArgumentException">One is not a finite number, or they are in the wrong order.</exception>
    public static (double Low, double High) Read(ResetOptions options, double low, double high)
    {
        // Most resets have no options; asking for each would allocate.
        if (options.Count == 0)
        {
            return (low, high);
        }

        low = Number(options, "low", low);
        high = Number(options, "high", high);
        if (low > high)
        {
            throw new ArgumentException(
                $"Lower bound ({Python(low)}) must be lower than higher bound ({Python(high)}). "
                + $"Give both reset options; the defaults of this environment apply to one that is left out.",
                nameof(options));
        }

        if (!double.IsFinite(high - low))
        {
            throw new ArgumentException(
                $"The reset options low and high must be finite numbers, got {Python(low)} and {Python(high)}.",
                nameof(options));
        }

        return (low, high);
    }

    /// <summary>Reads one number.</summary>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    public static double Number(ResetOptions options, string name, double fallback)
    {
        if (!options.TryGet(name, out object? value))
        {
            return fallback;
        }

        return value switch
        {
            double number => number,
            bool flag => flag ? 1 : 0,
            sbyte or byte or short or ushort or int or uint or long or ulong or float or decimal =>
                Convert.ToDouble(value, CultureInfo.InvariantCulture),
            Half half => (double)half,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed)
                => parsed,
            _ => throw new ArgumentException(
                $"An option ({value ?? "None"}) could not be converted to a float. "
                + $"Give the reset option '{name}' as a number, or leave it out.",
                nameof(options)),
        };
    }

    // Python shows a whole float with a decimal point.
    private static string Python(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.All(letter => char.IsAsciiDigit(letter) || letter == '-') ? text + ".0" : text;
    }
}
