using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace GymSharp.Learning.Options;

/// <summary>
/// Fills option records from names and values, and writes them back. Names are in snake case: <c>learning_rate</c>.
/// </summary>
public static class OptionBinder
{
    /// <summary>The options of a record type: name, description, default.</summary>
    public static IReadOnlyList<OptionDescription> Describe(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        object defaults = Activator.CreateInstance(type)!;
        return [.. Properties(type).Select(property => new OptionDescription(
            SnakeCase(property.Name),
            property.GetCustomAttribute<OptionAttribute>()!.Description,
            property.GetValue(defaults)))];
    }

    /// <summary>Makes an option record; what is not named keeps its default.</summary>
    /// <typeparam name="TOptions">A record whose options carry <see cref="OptionAttribute"/>.</typeparam>
    /// <param name="values">Values by name: text, numbers or booleans.</param>
    /// <exception cref="ArgumentException">One or more values are wrong; the message lists them all.</exception>
    public static TOptions Bind<TOptions>(IEnumerable<KeyValuePair<string, object?>> values)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(values);
        TOptions options = new();
        PropertyInfo[] properties = [.. Properties(typeof(TOptions))];
        List<string> errors = [];
        foreach ((string name, object? value) in values)
        {
            PropertyInfo? property = Array.Find(properties, property => SnakeCase(property.Name) == name);
            if (property is null)
            {
                string[] names = [.. properties.Select(other => SnakeCase(other.Name))];
                errors.Add(
                    $"There is no option '{name}'.{Suggestions.DidYouMean(name, names)} "
                    + $"Options: {string.Join(", ", names)}.");
            }
            else if (Read(property, value, out object? converted) is { } error)
            {
                errors.Add(error);
            }
            else
            {
                property.SetValue(options, converted);
            }
        }

        return errors.Count == 0
            ? options
            : throw new ArgumentException(string.Join(Environment.NewLine, errors), nameof(values));
    }

    /// <summary>All options of a record as JSON, for <c>run.json</c>.</summary>
    public static JsonObject ToJson(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        JsonObject json = [];
        foreach (PropertyInfo property in Properties(options.GetType()))
        {
            json[SnakeCase(property.Name)] = property.GetValue(options) switch
            {
                null => null,
                bool flag => JsonValue.Create(flag),
                Enum choice => JsonValue.Create(SnakeCase(choice.ToString())),
                double number when !double.IsFinite(number) =>
                    JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
                IConvertible number => JsonValue.Create(number.ToDouble(CultureInfo.InvariantCulture)),
                object other => JsonValue.Create(other.ToString()),
            };
        }

        return json;
    }

    /// <summary><c>learning_rate</c> for <c>LearningRate</c>.</summary>
    public static string SnakeCase(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties().Where(property => property.GetCustomAttribute<OptionAttribute>() is not null);

    // Returns what is wrong, or null.
    private static string? Read(PropertyInfo property, object? value, out object? converted)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        OptionAttribute option = property.GetCustomAttribute<OptionAttribute>()!;
        string name = SnakeCase(property.Name);
        converted = null;
        if (value is null && Nullable.GetUnderlyingType(property.PropertyType) is not null)
        {
            return null;
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        converted = Parse(type, text);
        if (converted is null)
        {
            return $"The option '{name}' must be {Kind(type)}, got '{text}'.";
        }

        if (converted is IConvertible and not Enum and not bool
            && Convert.ToDouble(converted, CultureInfo.InvariantCulture) is double number
            && !(number >= option.Least && number > option.Above && number <= option.Most))
        {
            return $"The option '{name}' must be {Range(option)}, got {text}.";
        }

        return null;
    }

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
        _ when type.IsEnum => Array.Find(Enum.GetNames(type), name => SnakeCase(name) == text) is { } match
            ? Enum.Parse(type, match)
            : null,
        _ => null,
    };

    private static string Kind(Type type) =>
        type == typeof(double) ? "a number"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(SnakeCase))
        : "a whole number";

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
