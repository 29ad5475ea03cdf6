using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace GymSharp.Cli.Commands;

/// <summary>
/// Options that take a whole number, with their range in the error. <c>k</c>, <c>M</c> and <c>G</c> stand for
/// thousands, millions and thousands of millions: <c>200k</c>, <c>2.5M</c>.
/// </summary>
internal static class NumberOption
{
    /// <summary>An option that may be left out.</summary>
    public static Option<T?> Create<T>(string name, string description, T least)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result => Parse(result, name, least),
        };

    /// <summary>An option with a default.</summary>
    public static Option<T> WithDefault<T>(string name, string description, T least, T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
            CustomParser = result => Parse(result, name, least) ?? value,
        };

    private static T? Parse<T>(ArgumentResult result, string name, T least)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (result.Tokens.Count != 1)
        {
            return null;
        }

        string text = result.Tokens[0].Value;
        if (TryRead(text, out T number) && number >= least)
        {
            return number;
        }

        result.AddError(
            $"{name} {text}: expected a whole number from {least} to {T.MaxValue}, in digits or as in 200k or 2.5M.");
        return null;
    }

    private static bool TryRead<T>(string text, out T number)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        decimal unit = text.Length == 0 ? 0 : text[^1] switch
        {
            'k' or 'K' => 1e3m,
            'M' => 1e6m,
            'G' => 1e9m,
            _ => 0,
        };
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (unit == 0
            || !decimal.TryParse(text.AsSpan(..^1), Style, CultureInfo.InvariantCulture, out decimal count)
            || Math.Abs(count) > decimal.MaxValue / unit)
        {
            return false;
        }

        decimal value = count * unit;
        number = T.CreateSaturating(value);
        return value == decimal.Truncate(value) && decimal.CreateSaturating(number) == value;
    }
}
