using System.Text.Json;

namespace GymSharp.Environments.Atari.Replay;

/// <summary>An object in the description of a recorded run; what it lacks or has null has its default.</summary>
internal readonly struct RunFacts
{
    private readonly JsonElement json;
    private readonly string name;

    /// <summary>Takes an object by the name that messages give it.</summary>
    /// <exception cref="FormatException">It is no object.</exception>
    public RunFacts(JsonElement json, string name)
    {
        this.json = json.ValueKind == JsonValueKind.Object
            ? json
            : throw new FormatException($"{name} is {Short(json)}. Expected an object with names and values.");
        this.name = name;
    }

    /// <summary>The description of a run, which is a JSON file of its own.</summary>
    public static RunFacts Description(JsonElement json) => new(json, "The description of the run");

    /// <summary>Whether there is a value that is not null.</summary>
    public bool Has(string key) =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A value that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public JsonElement Expect(string key) => Has(key)
        ? json.GetProperty(key)
        : throw new FormatException(
            $"{name} has no '{key}'. Expected run.json with properties_given, frames and inputs for a run of the "
            + "console, or with properties_given, settings and game_definition, rows.csv beside it, for one of the "
            + "environment.");

    /// <summary>An object that must be there.</summary>
    /// <exception cref="FormatException">It is not, or is something else.</exception>
    public RunFacts Inner(string key) => new(Expect(key), $"'{key}'");

    /// <summary>A list that must be there.</summary>
    /// <exception cref="FormatException">It is not, or is something else.</exception>
    public IReadOnlyList<JsonElement> List(string key) => Expect(key) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray()]
        : throw Wrong(key, "a list");

    /// <summary>A text, or null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public string? Text(string key) => !Has(key) ? null
        : json.GetProperty(key) is { ValueKind: JsonValueKind.String } text ? text.GetString()
        : throw Wrong(key, "a text");

    /// <summary>Yes or no; no where nothing is said.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public bool Flag(string key) => Has(key) && json.GetProperty(key).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(key, "true or false"),
    };

    /// <summary>A number, or null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public double? Real(string key) => !Has(key) ? null
        : json.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble()
        : throw Wrong(key, "a number");

    /// <summary>A whole number in a range, or null.</summary>
    /// <exception cref="FormatException">It is something else, or beyond the range.</exception>
    public long? Whole(string key, long least, long most) => Real(key) is not { } number ? null
        : number >= least && number <= most && Math.Floor(number).Equals(number) ? (long)number
        : throw Wrong(key, $"a whole number from {least} to {most}");

    private FormatException Wrong(string key, string expected) =>
        new($"'{key}' of {Lowered()} is {Short(json.GetProperty(key))}. Expected {expected}.");

    private string Lowered() => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Short(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }
}
