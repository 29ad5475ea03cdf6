using System.Text;

namespace GymSharp.ApiDocs;

/// <summary>All pages: one for each namespace, and an index.</summary>
internal static class Site
{
    /// <summary>The file name of the index.</summary>
    public const string Index = "index.md";

    /// <summary>Writes the pages into memory.</summary>
    /// <returns>Contents by file name, with line feeds at line ends: the same bytes for the same libraries.</returns>
    public static IReadOnlyDictionary<string, string> Build(Api api)
    {
        Links links = new(api);
        PageWriter writer = new(api, links);
        StringBuilder index = new("# The GymSharp libraries\n\n");
        SortedDictionary<string, string> pages = new(StringComparer.Ordinal);
        foreach (IGrouping<string, Type> group in api.Types.GroupBy(type => type.Namespace!)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Type[] types = [.. group];
            string file = Links.Page(group.Key);
            pages[file] = writer.Write(group.Key, types);
            index.Append($"## [{group.Key}]({file})\n\n");
            index.AppendJoin('\n', types.Select(type => writer.Entry(type, file))).Append("\n\n");
        }

        pages[Index] = index.ToString().TrimEnd('\n') + "\n";
        return pages;
    }

    /// <summary>Writes the pages into a folder, which is made where it is missing. Other files in it stay.</summary>
    public static void Write(IReadOnlyDictionary<string, string> pages, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in pages)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }
}
