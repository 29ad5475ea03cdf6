using System.Reflection;
using System.Xml.Linq;
using System.Xml.XPath;

namespace GymSharp.ApiDocs;

/// <summary>What is said about a member: its own doc comment, completed by what it inherits.</summary>
/// <remarks>
/// A comment is inherited where <c>inheritdoc</c> asks for it and where a member has none. Members of the framework
/// have no comment here; an element <c>inherited</c> with their id stands in its place.
/// </remarks>
internal sealed class DocFinder(XmlDocs docs, IReadOnlySet<Assembly> libraries)
{
    // Deeper than any hierarchy; ends circles of inheritdoc.
    private const int MaxDepth = 32;

    /// <summary>The comment of a member, or null where nobody said anything.</summary>
    public XElement? Find(MemberInfo member) => Find(member, 0);

    private XElement? Find(MemberInfo member, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        XElement? own = docs[DocIds.Of(member)] ?? FromPrimaryConstructor(member);
        if (own is null)
        {
            // Nothing overrides a constructor: it inherits only where it asks for it.
            return member is ConstructorInfo ? null : Inherited(member, depth);
        }

        XElement[] wishes = [.. own.Elements("inheritdoc")];
        if (wishes.Length == 0)
        {
            return own;
        }

        XElement merged = new(own);
        merged.Elements("inheritdoc").Remove();
        foreach (XElement wish in wishes)
        {
            Merge(merged, Source(member, wish, depth), wish.Attribute("path")?.Value);
        }

        return merged;
    }

    private XElement? Source(MemberInfo member, XElement wish, int depth) => wish.Attribute("cref")?.Value switch
    {
        null => Inherited(member, depth),
        string id when Lookup(id) is { } target => Find(target, depth + 1),
        string id => docs[id],
    };

    private MemberInfo? Lookup(string id)
    {
        IEnumerable<Type> types = libraries.SelectMany(library => library.GetTypes());
        return types.Where(type => id.Contains(type.Name, StringComparison.Ordinal))
            .SelectMany(type => type.GetMembers(Surface.Declared).Prepend(type))
            .FirstOrDefault(member => DocIds.Of(member) == id);
    }

    private XElement? Inherited(MemberInfo member, int depth)
    {
        MemberInfo? outside = null;
        foreach (MemberInfo parent in Ancestry.Parents(member))
        {
            if (!libraries.Contains(parent.Module.Assembly))
            {
                outside ??= parent;
            }
            else if (Find(parent, depth + 1) is { } found)
            {
                return found;
            }
        }

        return outside is null
            ? null
            : new XElement("member", new XElement("inherited", new XAttribute("cref", DocIds.Of(outside))));
    }

    private static void Merge(XElement into, XElement? source, string? path)
    {
        if (source is null)
        {
            return;
        }

        IEnumerable<XElement> wanted = path is null ? source.Elements() : source.XPathSelectElements("." + path);
        foreach (XElement element in wanted.ToArray())
        {
            if (!into.Elements(element.Name).Any(present => Key(present) == Key(element)))
            {
                into.Add(new XElement(element));
            }
        }
    }

    private static string? Key(XElement element) => (element.Attribute("name") ?? element.Attribute("cref"))?.Value;

    // Parameters of a primary constructor are described at the type: for the constructor and for a record's properties.
    private XElement? FromPrimaryConstructor(MemberInfo member)
    {
        if (member.DeclaringType is not { } type || docs[DocIds.Of(type)] is not { } comment)
        {
            return null;
        }

        if (member is ConstructorInfo constructor && constructor.GetParameters() is { Length: > 0 } parameters)
        {
            XElement[] described = [.. comment.Elements("param")];
            return described.Length == parameters.Length
                && parameters.All(parameter => described.Any(element => Key(element) == parameter.Name))
                ? new XElement("member", described)
                : null;
        }

        return member is PropertyInfo && Surface.IsRecord(type)
            && comment.Elements("param").FirstOrDefault(parameter => Key(parameter) == member.Name) is { } text
                ? new XElement("member", new XElement("summary", text.Nodes()))
                : null;
    }
}
