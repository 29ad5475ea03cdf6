using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace GymSharp.ApiDocs;

/// <summary>Writes the page of a namespace.</summary>
internal sealed class PageWriter(Api api, Links links)
{
    private readonly StringBuilder page = new();

    public string Write(string name, IReadOnlyList<Type> types)
    {
        page.Clear();
        string assemblies = string.Join(", ", types.Select(type => type.Assembly.GetName().Name!)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(assembly => $"`{assembly}.dll`"));
        Block($"# {name}");
        Block($"In {assemblies}. [All namespaces]({Site.Index})");
        Block(string.Join('\n', types.Select(type => Entry(type, ""))));
        foreach (Type type in types)
        {
            WriteType(type);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A line of a list of types: a link and the first paragraph of the summary.</summary>
    public string Entry(Type type, string file)
    {
        string link = $"[{Links.Code(TypeSpelling.Of(type))}]({file}#{links.Anchor(type)})";
        XElement? summary = api.Docs.Find(type)?.Element("summary");

        // The line stands in the index too, where links within the page must name it.
        return MarkdownText.Item(link, summary is null ? [] : [.. MarkdownText.Blocks(summary, links, type).Take(1)
            .Select(text => file.Length == 0 ? text : text.Replace("](#", $"]({file}#", StringComparison.Ordinal))]);
    }

    private void WriteType(Type type)
    {
        string heading = $"{Links.Code(TypeSpelling.Of(type))} {TypeSignature.Kind(type)}";
        Block($"<a id=\"{links.Anchor(type)}\"></a>\n## {heading}");
        Block($"```csharp\n{TypeSignature.Of(type)}\n```");
        WriteDocs(api.Docs.Find(type), type, isType: true);
        WriteDerived(type);
        foreach (IGrouping<Section, MemberInfo> section in Surface.Members(type).GroupBy(Sections.Of))
        {
            Block(type.IsEnum ? "### Values" : $"### {section.Key}");
            foreach (MemberInfo member in section)
            {
                WriteMember(member, type);
            }
        }
    }

    private void WriteMember(MemberInfo member, Type type)
    {
        XElement? docs = api.Docs.Find(member);
        bool isImplicit = docs is null
            && member is ConstructorInfo constructor && constructor.GetParameters().Length == 0;
        if (isImplicit && type.IsAbstract)
        {
            return;
        }

        string parameters = member is MethodBase method ? $"({Parameters.Types(method.GetParameters())})" : "";
        Block($"<a id=\"{links.Anchor(member)}\"></a>\n#### {Links.Code(MemberSignature.Name(member) + parameters)}");
        Block($"```csharp\n{MemberSignature.Of(member)}\n```");
        if (isImplicit)
        {
            Block("The constructor without parameters.");
        }

        WriteDocs(docs, type, isType: false);
    }

    private void WriteDocs(XElement? docs, Type type, bool isType)
    {
        if (docs is null)
        {
            return;
        }

        Text(docs.Element("summary"), type, "");
        if (docs.Element("inherited") is { } inherited)
        {
            Block($"As {links.Reference(inherited.Attribute("cref")!.Value, null, type)} says.");
        }

        Named(docs, "typeparam", "Type parameters", type);
        Named(docs, "param", isType && Surface.IsRecord(type) ? "Properties" : "Parameters", type);
        Text(docs.Element("returns"), type, "**Returns:** ");
        Text(docs.Element("value"), type, "**Value:** ");
        Exceptions(docs, type);
        Text(docs.Element("remarks"), type, "**Remarks:** ");
        Text(docs.Element("example"), type, "**Example:** ");
        XElement[] also = [.. docs.Elements("seealso")];
        if (also.Length > 0)
        {
            Block("**See also:** " + string.Join(", ", MarkdownText.Blocks(new XElement("list", also), links, type)));
        }
    }

    private void Text(XElement? element, Type type, string head)
    {
        if (element is null)
        {
            return;
        }

        IReadOnlyList<string> blocks = MarkdownText.Blocks(element, links, type);
        for (int i = 0; i < blocks.Count; i++)
        {
            bool isCode = blocks[i].StartsWith("```", StringComparison.Ordinal);
            Block(i > 0 ? blocks[i] : isCode ? $"{head}\n\n{blocks[i]}".TrimStart() : head + blocks[i]);
        }
    }

    private void Named(XElement docs, string element, string head, Type type)
    {
        string[] items = [.. docs.Elements(element)
            .Select(item => MarkdownText.Item(
                Links.Code(item.Attribute("name")!.Value), MarkdownText.Blocks(item, links, type)))];
        List(head, items);
    }

    private void Exceptions(XElement docs, Type type)
    {
        string[] items = [.. docs.Elements("exception")
            .Select(item => MarkdownText.Item(
                links.Reference(item.Attribute("cref")!.Value, null, type), MarkdownText.Blocks(item, links, type)))];
        List("Exceptions", items);
    }

    private void WriteDerived(Type type)
    {
        string[] derived = [.. api.Types
            .Where(other => IsDirectlyAbove(type, other))
            .Select(other => links.Reference(DocIds.Of(other), null, type)).Order(StringComparer.Ordinal)];
        if (derived.Length > 0)
        {
            Block($"**{(type.IsInterface ? "Implemented by" : "Derived types")}:** {string.Join(", ", derived)}");
        }
    }

    private static bool IsDirectlyAbove(Type type, Type other) => type.IsInterface
        ? other.GetInterfaces().Any(candidate => Ancestry.Definition(candidate) == type)
        : other.BaseType is { } parent && Ancestry.Definition(parent) == type;

    private void List(string head, string[] items)
    {
        if (items.Length > 0)
        {
            Block($"**{head}**");
            Block(string.Join('\n', items));
        }
    }

    private void Block(string text) => page.Append(text).Append("\n\n");
}
