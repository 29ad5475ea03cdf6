using System.Xml.Linq;

namespace GymSharp.ApiDocs;

/// <summary>The compiler's XML documentation files, by id (<c>T:Namespace.Type</c>).</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    public void Add(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"{path} is missing: build the library with GenerateDocumentationFile, which writes it.");
        }

        foreach (XElement member in XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
        {
            members[member.Attribute("name")!.Value] = member;
        }
    }

    public XElement? this[string id] => members.GetValueOrDefault(id);
}
