using System.Globalization;
using System.Text.RegularExpressions;

namespace GymSharp.Registration;

/// <summary>An environment id taken apart.</summary>
/// <param name="Namespace">The part before the slash, or null.</param>
/// <param name="Name">The name.</param>
/// <param name="Version">The number after <c>-v</c>, or null.</param>
public readonly partial record struct EnvId(string? Namespace, string Name, int? Version)
{
    /// <summary>Takes an id apart.</summary>
    /// <exception cref="MalformedEnvIdException">It is not <c>[namespace/]Name[-vN]</c>.</exception>
    public static EnvId Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Match match = Pattern().Match(id);
        if (!match.Success)
        {
            throw new MalformedEnvIdException(
                $"Malformed environment ID: {id}. "
                + "(Currently all IDs must be of the form [namespace/](env-name)-v(version). (namespace is optional))");
        }

        Group version = match.Groups["version"];
        return new(
            match.Groups["namespace"] is { Success: true } space ? space.Value : null,
            match.Groups["name"].Value,
            version.Success ? int.Parse(version.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The id with the version left out.</summary>
    public string WithoutVersion => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <inheritdoc/>
    public override string ToString() => Version is { } version ? $"{WithoutVersion}-v{version}" : WithoutVersion;

    [GeneratedRegex(
        @"^(?:(?<namespace>[\w:-]+)/)?(?:(?<name>[\w:.-]+?))(?:-v(?<version>\d{1,9}))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
