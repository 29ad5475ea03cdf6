using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace GymSharp.Learning.Options;

/// <summary>Reads the value of one option and checks its range.</summary>
internal static class OptionReader
{
    /// <summary>Converts a value to the type of an option.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Read(PropertyInfo property, string name, object? value, out object? converted)
    {
        converted = null;
        if (value is null && IsNullable(property))
        {
            return null;
        }

        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        converted = Convert(type, value);
        if (converted is null)
        {
            return $"The option '{name}' must be {Kind(type, Text(value))}, got '{Text(value)}'.";
        }

        OptionAttribute option = property.GetCustomAttribute<OptionAttribute>()!;
        return Numbers(converted).All(number =>
            number >= option.Least && number > option.Above && number <= option.Most)
            ? null
            : $"The option '{name}' must be {Range(option)}, got {Text(value)}.";
    }

    private static bool IsNullable(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static object? Convert(Type type, object? value)
    {
        if (Element(type) is not { } element)
        {
            return value is Array ? null : Parse(type, Text(value));
        }

        object?[] items = value switch
        {
            Array list => [.. list.Cast<object?>()],
            // A list may be written without brackets: 64,64.
            string text => [.. text.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries)],
            null => [null],
            _ => [value],
        };
        Array converted = Array.CreateInstance(element, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is Array || Parse(element, Text(items[i]).Trim()) is not { } item)
            {
                return null;
            }

            converted.SetValue(item, i);
        }

        return converted;
    }

    // The type of the elements where the option is a list.
    private static Type? Element(Type type) => type == typeof(string) ? null
        : type.IsAssignableFrom(typeof(int[])) ? typeof(int)
        : type.IsAssignableFrom(typeof(double[])) ? typeof(double)
        : null;

    private static object? Parse(Type type, string text) => type switch
    {
        _ when type == typeof(double) =>
            double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : null,
        _ when type == typeof(int) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                ? number
                : null,
        _ when type == typeof(long) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                ? number
                : null,
        _ when type == typeof(bool) => bool.TryParse(text, out bool flag) ? flag : null,
        _ when type == typeof(string) => text,
        _ when type == typeof(OptionSchedule) => Schedule(text),
        _ when type.IsEnum => Array.Find(Enum.GetNames(type), name => OptionBinder.SnakeCase(name) == text) is { } match
            ? Enum.Parse(type, match)
            : null,
        _ => null,
    };

    private static OptionSchedule? Schedule(string text)
    {
        try
        {
            return OptionSchedule.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<double> Numbers(object value) => value switch
    {
        OptionSchedule schedule => schedule.Values,
        int[] list => list.Select(number => (double)number),
        double[] list => list,
        bool or Enum or string => [],
        _ => [System.Convert.ToDouble(value, CultureInfo.InvariantCulture)],
    };

    private static string Text(object? value) => value is Array list
        ? $"[{string.Join(',', list.Cast<object?>().Select(Text))}]"
        : System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Kind(Type type, string got) =>
        type == typeof(double) ? "a number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(string) ? "text"
        : type == typeof(OptionSchedule) ? OptionSchedule.Forms
        : Element(type) == typeof(int) ? "a list of whole numbers, for example [64,64]"
        : Element(type) == typeof(double) ? "a list of numbers, for example [0.5,1]"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(OptionBinder.SnakeCase))
        : !IsWhole(got) ? "a whole number"
        : type == typeof(long) ? $"between {long.MinValue} and {long.MaxValue}"
        : $"between {int.MinValue} and {int.MaxValue}";

    private static bool IsWhole(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string Range(OptionAttribute option)
    {
        List<string> parts = [];
        if (!double.IsNegativeInfinity(option.Above))
        {
            parts.Add($"above {option.Above}");
        }

        if (!double.IsNegativeInfinity(option.Least))
        {
            parts.Add($"at least {option.Least}");
        }

        if (!double.IsPositiveInfinity(option.Most))
        {
            parts.Add($"at most {option.Most}");
        }

        return string.Join(" and ", parts);
    }
}
