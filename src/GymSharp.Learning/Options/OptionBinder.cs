using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace GymSharp.Learning.Options;

/// <summary>
/// Fills option records from names and values, and writes them back. Names are in snake case: <c>learning_rate</c>.
/// </summary>
/// <remarks>
/// An option is a number, true or false, text, an enum, a list of numbers (<c>int[]</c>, <c>double[]</c>), an
/// <see cref="OptionSchedule"/>, or one of these that may be null.
/// </remarks>
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
    /// <param name="values">Values by name: text, numbers, booleans or lists.</param>
    /// <exception cref="ArgumentException">
    /// One or more values are wrong, or do not fit each other; the message lists all errors.
    /// </exception>
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
            else if (OptionReader.Read(property, name, value, out object? converted) is { } error)
            {
                errors.Add(error);
            }
            else
            {
                property.SetValue(options, converted);
            }
        }

        if (options is IValidatedOptions validated)
        {
            errors.AddRange(validated.Errors());
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
            json[SnakeCase(property.Name)] = Node(property.GetValue(options));
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

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        Enum choice => JsonValue.Create(SnakeCase(choice.ToString())),
        OptionSchedule { IsConstant: true } schedule => Node(schedule.At(0)),
        OptionSchedule schedule => JsonValue.Create(schedule.ToString()),
        double number when !double.IsFinite(number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        int or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IConvertible number => JsonValue.Create(number.ToDouble(CultureInfo.InvariantCulture)),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
        _ => JsonValue.Create(value.ToString()),
    };
}
