using System.Text;
using System.Xml.Linq;

namespace GymSharp.ApiDocs;

/// <summary>Turns the elements of a doc comment into Markdown paragraphs.</summary>
internal sealed class MarkdownText
{
    private readonly Links links;
    private readonly Type from;
    private readonly List<string> blocks = [];
    private readonly StringBuilder line = new();

    private MarkdownText(Links links, Type from)
    {
        this.links = links;
        this.from = from;
    }

    /// <summary>Paragraphs, lists and code blocks in their order.</summary>
    /// <param name="element">For example a <c>summary</c>.</param>
    /// <param name="links">Where references lead.</param>
    /// <param name="from">The type on whose page the text stands.</param>
    public static IReadOnlyList<string> Blocks(XElement element, Links links, Type from)
    {
        MarkdownText text = new(links, from);
        text.Add(element.Nodes());
        text.EndParagraph();
        return text.blocks;
    }

    /// <summary>The blocks as an item of a list, with the parts after the first indented.</summary>
    public static string Item(string head, IReadOnlyList<string> body)
    {
        string text = string.Join("\n\n", body).Replace("\n", "\n  ", StringComparison.Ordinal)
            .Replace("\n  \n", "\n\n", StringComparison.Ordinal);
        return body.Count == 0 ? $"- {head}" : $"- {head}{(head.Length == 0 ? "" : ": ")}{text}";
    }

    private void Add(IEnumerable<XNode> nodes)
    {
        foreach (XNode node in nodes)
        {
            if (node is XText text)
            {
                AddText(text.Value);
            }
            else if (node is XElement element)
            {
                Add(element);
            }
        }
    }

    private void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "c":
                line.Append(Links.Code(Collapse(element.Value).Trim()));
                break;
            case "see" or "seealso" or "inherited":
                line.Append(Reference(element));
                break;
            case "paramref" or "typeparamref":
                line.Append(Links.Code(element.Attribute("name")!.Value));
                break;
            case "b" or "strong":
                Surround("**", element);
                break;
            case "i" or "em":
                Surround("*", element);
                break;
            case "code":
                EndParagraph();
                blocks.Add($"```{element.Attribute("lang")?.Value ?? "csharp"}\n{Unindent(element.Value)}\n```");
                break;
            case "list":
                EndParagraph();
                blocks.Add(List(element));
                break;
            default:
                EndParagraph();
                Add(element.Nodes());
                EndParagraph();
                break;
        }
    }

    private void Surround(string mark, XElement element)
    {
        line.Append(mark);
        Add(element.Nodes());
        line.Append(mark);
    }

    private string Reference(XElement element)
    {
        string? text = element.IsEmpty ? null : Escape(Collapse(element.Value).Trim());
        return element.Attribute("cref")?.Value is { } id ? links.Reference(id, text, from)
            : element.Attribute("href")?.Value is { } address ? $"[{text ?? address}]({address})"
            : Links.Code(element.Attribute("langword")?.Value ?? element.Value);
    }

    private string List(XElement list)
    {
        bool isNumbered = list.Attribute("type")?.Value == "number";
        IEnumerable<string> items = list.Elements("item").Select((item, i) =>
        {
            XElement? term = item.Element("term");
            string head = term is null ? "" : string.Join(' ', Blocks(term, links, from));
            XElement body = item.Element("description") ?? (term is null ? item : new XElement("description"));
            string text = Item(head, Blocks(body, links, from));
            return isNumbered ? $"{i + 1}.{text[1..]}" : text;
        });
        return string.Join('\n', items);
    }

    private void AddText(string text)
    {
        string collapsed = Collapse(text);
        if (line.Length == 0 || line[^1] == ' ')
        {
            collapsed = collapsed.TrimStart(' ');
        }

        line.Append(Escape(collapsed));
    }

    private void EndParagraph()
    {
        string paragraph = line.ToString().Trim();
        line.Clear();
        if (paragraph.Length > 0)
        {
            // What would begin a heading or a list at the start of a line.
            bool isMark = paragraph[0] is '#' or '+' || paragraph.StartsWith("- ", StringComparison.Ordinal);
            blocks.Add(isMark ? "\\" + paragraph : paragraph);
        }
    }

    private static string Collapse(string text)
    {
        StringBuilder collapsed = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                collapsed.Append(c);
            }
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString();
    }

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string Unindent(string code)
    {
        string[] lines = code.Replace("\r", "", StringComparison.Ordinal).Trim('\n').TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd()));
    }
}
