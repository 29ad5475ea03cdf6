using System.Reflection;
using System.Text;

namespace GymSharp.ApiDocs;

/// <summary>Where each documented type and member stands, and how a reference to one is written.</summary>
internal sealed class Links
{
    private const string FrameworkPages = "https://learn.microsoft.com/dotnet/api/";

    private readonly Dictionary<string, MemberInfo> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);

    public Links(Api api)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (Type type in api.Types)
        {
            Add(type, taken);
            foreach (MemberInfo member in Surface.Members(type))
            {
                Add(member, taken);
            }
        }
    }

    /// <summary>The file name of a namespace's page.</summary>
    public static string Page(string name) => name + ".md";

    /// <summary>The anchor of a documented type or member.</summary>
    public string Anchor(MemberInfo member) => anchors[DocIds.Of(member)];

    /// <summary>A link to a type or member, or its name as code where it has no page.</summary>
    /// <param name="id">The id in a <c>cref</c>, for example <c>T:System.Int32</c>.</param>
    /// <param name="text">What to show in place of the name, or null.</param>
    /// <param name="from">The type on whose page the link stands; its own members are shown without its name.</param>
    public string Reference(string id, string? text, Type from)
    {
        if (members.TryGetValue(id, out MemberInfo? member))
        {
            string place = Namespace(member) == from.Namespace ? "" : Page(Namespace(member));
            return $"[{text ?? Code(Name(member, from))}]({place}#{anchors[id]})";
        }

        string name = text ?? Code(Spell(id));
        return id.AsSpan(2).StartsWith("System.", StringComparison.Ordinal)
            ? $"[{name}]({FrameworkPages}{FrameworkPage(id)})"
            : name;
    }

    /// <summary>Text as code, whatever backticks stand in it.</summary>
    public static string Code(string text) =>
        text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    private void Add(MemberInfo member, HashSet<string> taken)
    {
        string id = DocIds.Of(member);
        string slug = Slug(id[(2 + Namespace(member).Length + 1)..]);
        string anchor = slug;
        for (int i = 2; !taken.Add($"{Namespace(member)}#{anchor}"); i++)
        {
            anchor = $"{slug}-{i}";
        }

        members.Add(id, member);
        anchors.Add(id, anchor);
    }

    private static string Namespace(MemberInfo member) => (member as Type ?? member.DeclaringType!).Namespace!;

    private static string Name(MemberInfo member, Type from) => member is Type type ? TypeSpelling.Of(type)
        : member.DeclaringType == from || member is ConstructorInfo ? MemberSignature.Name(member)
        : $"{TypeSpelling.Of(member.DeclaringType!)}.{MemberSignature.Name(member)}";

    private static string Slug(string id)
    {
        StringBuilder slug = new();
        foreach (char c in id)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    // The name in an id of something outside the libraries: M:System.IDisposable.Dispose becomes IDisposable.Dispose.
    private static string Spell(string id)
    {
        string[] parts = [.. WithoutParameters(id).Split('.').Select(WithTypeParameters)];
        bool isType = id.StartsWith('T') || parts.Length == 1;
        if (isType && Type.GetType(id[2..]) is { IsGenericType: false } known)
        {
            return TypeSpelling.Of(known);
        }

        return isType ? parts[^1]
            : parts[^1] == "#ctor" ? parts[^2]
            : $"{parts[^2]}.{parts[^1]}";
    }

    private static string WithTypeParameters(string part)
    {
        int tick = part.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
        {
            return part;
        }

        int count = int.Parse(part.AsSpan(part.LastIndexOf('`') + 1));
        IEnumerable<string> names = count == 1 ? ["T"] : Enumerable.Range(1, count).Select(i => $"T{i}");
        return $"{part[..tick]}<{string.Join(", ", names)}>";
    }

    private static string FrameworkPage(string id) => WithoutParameters(id)
        .Replace("``", "-", StringComparison.Ordinal).Replace('`', '-')
        .Replace("#ctor", "-ctor", StringComparison.Ordinal)
        .ToLowerInvariant();

    private static string WithoutParameters(string id)
    {
        int bracket = id.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? id[2..] : id[2..bracket];
    }
}
