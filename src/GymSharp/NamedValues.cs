using System.Collections;
using System.Globalization;

namespace GymSharp;

/// <summary>
/// Values by name, with typed reading and errors that say what was wrong. Keeps the order of insertion.
/// </summary>
/// <remarks>
/// Values may be <c>bool</c>, integers, floating-point numbers, strings, arrays of those, or null, as they come from
/// C# code or from JSON on the command line.
/// </remarks>
public abstract class NamedValues : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> entries = [];
    private readonly List<string> asked = [];

    /// <summary>Number of values.</summary>
    public int Count => entries.Count;

    /// <summary>Names that a reader has asked for: what is accepted.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>Whether these are shared: they cannot be changed then, and do not note what was asked for.</summary>
    private protected bool IsFrozen { get; init; }

    /// <summary>What to call one of these in an error message.</summary>
    protected abstract string Noun { get; }

    /// <summary>Reads or sets a value.</summary>
    /// <exception cref="KeyNotFoundException">There is no value of that name.</exception>
    public object? this[string name]
    {
        get => TryGet(name, out object? value)
            ? value
            : throw new KeyNotFoundException($"There is no {Noun} '{name}'.");
        set
        {
            ArgumentNullException.ThrowIfNull(name);
            if (IsFrozen)
            {
                throw new InvalidOperationException($"The shared empty {Noun}s cannot be changed. Make new ones.");
            }

            int at = entries.FindIndex(entry => entry.Key == name);
            if (at < 0)
            {
                entries.Add(new(name, value));
            }
            else
            {
                entries[at] = new(name, value);
            }
        }
    }

    /// <summary>Adds a value; for collection initialisers.</summary>
    public void Add(string name, object? value) => this[name] = value;

    /// <summary>Whether a value was given, remembering that it was asked for.</summary>
    public bool TryGet(string name, out object? value)
    {
        if (!IsFrozen && !asked.Contains(name))
        {
            asked.Add(name);
        }

        foreach (KeyValuePair<string, object?> entry in entries)
        {
            if (entry.Key == name)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Whether a value was given.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>Reads a value as <typeparamref name="T"/>, or the fallback when it was not given.</summary>
    /// <exception cref="ArgumentException">The value is of a type that does not convert without loss.</exception>
    public T Get<T>(string name, T fallback)
    {
        if (!TryGet(name, out object? value))
        {
            return fallback;
        }

        if (value is T typed)
        {
            return typed;
        }

        if (value is null && default(T) is null)
        {
            return default!;
        }

        return Converts(value, typeof(T), out object? converted)
            ? (T)converted!
            : throw new ArgumentException(
                $"The {Noun} '{name}' must be {Describe(typeof(T))}, got {Show(value)}.", name);
    }

    /// <summary>Refuses names that nobody asked for, with the nearest accepted one.</summary>
    /// <param name="owner">What the values were given to, for the message.</param>
    /// <exception cref="ArgumentException">A name is not accepted.</exception>
    public void ExpectAllAsked(string owner)
    {
        foreach (KeyValuePair<string, object?> entry in entries)
        {
            if (!asked.Contains(entry.Key))
            {
                string accepted = asked.Count == 0
                    ? $"It accepts no {Noun}s."
                    : $"It accepts: {string.Join(", ", asked)}.";
                throw new ArgumentException(
                    $"{owner} has no {Noun} '{entry.Key}'.{Suggestions.DidYouMean(entry.Key, asked)} {accepted}",
                    entry.Key);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => entries.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Converts(object? value, Type target, out object? converted)
    {
        converted = null;
        target = Nullable.GetUnderlyingType(target) ?? target;
        if (value is Array source && target.IsArray)
        {
            Array result = Array.CreateInstance(target.GetElementType()!, source.Length);
            for (int i = 0; i < source.Length; i++)
            {
                object? element = source.GetValue(i);
                if (element?.GetType() != target.GetElementType()
                    && !Converts(element, target.GetElementType()!, out element))
                {
                    return false;
                }

                result.SetValue(element, i);
            }

            converted = result;
            return true;
        }

        if (value is string text && target.IsEnum)
        {
            return Enum.TryParse(target, text, ignoreCase: true, out converted);
        }

        // Numbers convert among themselves when nothing is lost; never to or from text or booleans.
        if (value is not (sbyte or byte or short or ushort or int or uint or long or ulong or float or double or Half)
            || target == typeof(bool) || target == typeof(string) || !typeof(IConvertible).IsAssignableFrom(target))
        {
            return false;
        }

        try
        {
            double number = value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture);
            object result = Convert.ChangeType(value is Half ? number : value, target, CultureInfo.InvariantCulture);
            converted = result;
            return target == typeof(float) || target == typeof(double)
                || Convert.ToDouble(result, CultureInfo.InvariantCulture) == number;
        }
        catch (Exception error) when (error is OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    private static string Describe(Type type)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        return target == typeof(bool) ? "true or false"
            : target == typeof(string) ? "text"
            : target == typeof(int) || target == typeof(long) ? "a whole number"
            : target == typeof(double) || target == typeof(float) ? "a number"
            : target.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(target))
            : target.IsArray ? $"a list in which each entry is {Describe(target.GetElementType()!)}"
            : $"a {target.Name}";
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"the text \"{text}\"",
        bool flag => flag ? "true" : "false",
        Array list => $"a list of {list.Length}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? value.GetType().Name,
    };
}
