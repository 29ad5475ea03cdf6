using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace GymSharp.Cli.Commands;

/// <summary>Options that take a whole number, with their range in the error.</summary>
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
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T number)
            && number >= least)
        {
            return number;
        }

        result.AddError($"{name} {text}: expected a whole number from {least} to {T.MaxValue}.");
        return null;
    }
}
