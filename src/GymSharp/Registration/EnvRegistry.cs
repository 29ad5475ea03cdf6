using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GymSharp.Registration;

/// <summary>The environments that can be made by id.</summary>
public sealed class EnvRegistry
{
    private readonly ConcurrentDictionary<string, EnvSpec> specs = new(StringComparer.Ordinal);

    // The versions of each name, since every registration asks for them and there are a thousand.
    private readonly ConcurrentDictionary<string, EnvSpec[]> versions = new(StringComparer.Ordinal);

    /// <summary>Everything registered, by id.</summary>
    public IReadOnlyList<EnvSpec> Specs => [.. specs.Values.OrderBy(spec => spec.Id, StringComparer.Ordinal)];

    /// <summary>Adds an environment; one of the same id is replaced, with a warning.</summary>
    /// <exception cref="ArgumentException">
    /// The name is registered with versions and this has none, or the other way round in a way that makes ids
    /// ambiguous.
    /// </exception>
    public void Register(EnvSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        EnvSpec[] sameName = SameName(EnvId.Parse(spec.Id));
        if (spec.Version is null && sameName.FirstOrDefault(other => other.Version is not null) is { } versioned)
        {
            throw new ArgumentException(
                $"Can't register the unversioned environment `{spec.Id}` when the versioned environment "
                + $"`{versioned.Id}` of the same name already exists. Give it a version.",
                nameof(spec));
        }

        if (spec.Version is not null && sameName.FirstOrDefault(other => other.Version is null) is { } unversioned)
        {
            throw new ArgumentException(
                $"Can't register the versioned environment `{spec.Id}` when the unversioned environment "
                + $"`{unversioned.Id}` of the same name already exists. Leave the version out, or rename one of them.",
                nameof(spec));
        }

        if (!specs.TryAdd(spec.Id, spec))
        {
            GymLog.Warn($"Overriding environment {spec.Id} already in registry.");
            specs[spec.Id] = spec;
        }

        versions.AddOrUpdate(
            EnvId.Parse(spec.Id).WithoutVersion,
            static (_, added) => [added],
            static (_, before, added) => [.. before.Where(other => other.Id != added.Id), added],
            spec);
    }

    /// <summary>Looks an id up, without warnings.</summary>
    public bool TryGet(string id, [MaybeNullWhen(false)] out EnvSpec spec) => specs.TryGetValue(id, out spec);

    /// <summary>
    /// Finds what an id means: an id without version is the latest one, with a warning; so is an outdated id.
    /// </summary>
    /// <exception cref="MalformedEnvIdException">The id is not of the form <c>[namespace/]Name[-vN]</c>.</exception>
    /// <exception cref="UnknownEnvException">Nothing is registered under it; the message says what is.</exception>
    public EnvSpec Find(string id)
    {
        EnvId parsed = EnvId.Parse(id);
        int? latest = Versions(parsed).Max();
        if (parsed.Version is not null && latest > parsed.Version)
        {
            GymLog.Warn(
                $"The environment {id} is out of date. You should consider upgrading to version `v{latest}`.");
        }

        if (parsed.Version is null && latest is not null)
        {
            parsed = parsed with { Version = latest };
            GymLog.Warn(
                $"Using the latest versioned environment `{parsed}` instead of the unversioned environment `{id}`.");
        }

        return specs.TryGetValue(parsed.ToString(), out EnvSpec? spec) ? spec : throw NotFound(parsed);
    }

    private IEnumerable<int?> Versions(EnvId id) => SameName(id).Select(spec => spec.Version);

    private EnvSpec[] SameName(EnvId id) => versions.GetValueOrDefault(id.WithoutVersion, []);

    // Says what Gymnasium says, in its order: namespace, name, version.
    private UnknownEnvException NotFound(EnvId id)
    {
        if (id.Namespace is not null && specs.Values.All(spec => spec.Namespace != id.Namespace))
        {
            IEnumerable<string> namespaces = specs.Values.Select(spec => spec.Namespace).OfType<string>();
            string hint = CloseMatch.Find(id.Namespace, namespaces) is { } match
                ? $"Did you mean: `{match}`?"
                : $"Have you installed the proper package for {id.Namespace}?";
            return new NamespaceNotFoundException($"Namespace {id.Namespace} not found. {hint}");
        }

        List<int> numbers = [.. Versions(id).OfType<int>().Order()];
        if (numbers.Count == 0 && SameName(id).Length == 0)
        {
            return NameNotFound(id);
        }

        string latest = (id with { Version = numbers.Count == 0 ? null : numbers[^1] }).ToString();
        if (numbers.Count == 0 || id.Version < numbers[^1])
        {
            return new DeprecatedEnvException(
                $"Environment version v{id.Version} for `{id.WithoutVersion}` is deprecated. "
                + $"Please use `{latest}` instead.");
        }

        string list = string.Join(", ", numbers.Select(version => $"`v{version}`"));
        return new VersionNotFoundException(
            $"Environment version `v{id.Version}` for environment `{id.WithoutVersion}` doesn't exist. "
            + $"It provides versioned environments: [ {list} ].");
    }

    private NameNotFoundException NameNotFound(EnvId id)
    {
        string place = id.Namespace is null ? "" : $" in namespace {id.Namespace}";
        string hint = CloseMatch.Find(
            id.Name, specs.Values.Where(spec => spec.Namespace == id.Namespace).Select(spec => spec.Name)) is { } match
            ? $" Did you mean: `{match}`?"
            : "";
        return new NameNotFoundException($"Environment `{id.Name}` doesn't exist{place}.{hint}");
    }
}
