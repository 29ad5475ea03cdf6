using System.Globalization;

namespace GymSharp.ApiDocs;

/// <summary>Constants and default values as C# writes them.</summary>
internal static class Literals
{
    public static string Of(object? value, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return plain.IsValueType && plain == type ? "default" : "null";
        }

        return plain.IsEnum ? OfEnum(value, plain) : OfValue(value);
    }

    private static string OfEnum(object value, Type type)
    {
        string text = Enum.ToObject(type, value).ToString()!;
        string name = TypeSpelling.Of(type);
        return char.IsAsciiDigit(text[0]) || text[0] == '-'
            ? $"({name}){text}"
            : string.Join(" | ", text.Split(", ").Select(part => $"{name}.{part}"));
    }

    private static string OfValue(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => $"\"{string.Concat(text.Select(c => Character(c, '"')))}\"",
        char c => $"'{Character(c, '\'')}'",
        double number => Number(number, "double", ""),
        float number => Number(number, "float", "f"),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Number<T>(T number, string type, string suffix)
        where T : struct, IFormattable
    {
        return number.ToString("R", CultureInfo.InvariantCulture) switch
        {
            "NaN" => type + ".NaN",
            "Infinity" => type + ".PositiveInfinity",
            "-Infinity" => type + ".NegativeInfinity",
            string digits => digits + suffix,
        };
    }

    private static string Character(char c, char quote) => c switch
    {
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\0' => @"\0",
        '\e' => @"\e",
        _ when c == quote => "\\" + c,
        _ when char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
