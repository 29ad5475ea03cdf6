using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GymSharp.ApiDocs.Tests;

/// <summary>The pages of the whole of the libraries.</summary>
public sealed partial class SiteTests
{
    private static readonly Api Libraries = Api.Load();
    private static readonly IReadOnlyDictionary<string, string> Pages = Site.Build(Libraries);

    [Fact]
    public void Every_library_of_the_repository_is_read()
    {
        string[] projects = [.. Directory.EnumerateFiles(Source(), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "GymSharp.Cli")
            .Order(StringComparer.Ordinal)];
        Assert.NotEmpty(projects);
        Assert.Equal(projects, Libraries.Assemblies.Select(assembly => assembly.GetName().Name));
    }

    [Fact]
    public void Every_public_namespace_has_a_page_and_the_index_names_it()
    {
        string[] namespaces = [.. Libraries.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Select(type => type.Namespace!).Distinct(StringComparer.Ordinal)];
        Assert.Contains("GymSharp.Spaces", namespaces);
        Assert.All(namespaces, name =>
        {
            Assert.Contains($"{name}.md", Pages.Keys);
            Assert.Contains($"## [{name}]({name}.md)", Pages[Site.Index], StringComparison.Ordinal);
        });
        Assert.Equal(namespaces.Length + 1, Pages.Count);
    }

    [Fact]
    public void Every_public_type_is_described_on_the_page_of_its_namespace()
    {
        Type[] types = [.. Libraries.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];
        Assert.NotEmpty(types);
        Assert.All(types, type =>
        {
            string heading = $"\n## `{TypeSpelling.Of(type)}` ";
            Assert.Contains(heading, Pages[$"{type.Namespace}.md"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_member_says_something()
    {
        List<string> silent = [];
        foreach (Type type in Libraries.Types)
        {
            silent.AddRange(Surface.Members(type).Prepend(type)
                .Where(member => !IsImplicit(member) && Libraries.Docs.Find(member)?.HasElements != true)
                .Select(DocIds.Of));
        }

        Assert.True(silent.Count == 0, "No doc comment found for " + string.Join(Environment.NewLine, silent));
    }

    [Fact]
    public void Nothing_of_the_XML_is_left_over() => Assert.All(Pages, page =>
    {
        string prose = CodeBlock().Replace(page.Value, "");
        Assert.DoesNotMatch(LeftOver(), prose);
    });

    [Fact]
    public void Every_link_within_the_pages_leads_to_an_anchor()
    {
        int count = 0;
        foreach ((string name, string text) in Pages)
        {
            foreach (Match link in Link().Matches(CodeBlock().Replace(text, "")))
            {
                string file = link.Groups["file"].Value.Length == 0 ? name : link.Groups["file"].Value;
                Assert.True(Pages.ContainsKey(file), $"{name}: {link.Value} leads to no page.");
                string anchor = link.Groups["anchor"].Value;
                Assert.True(
                    anchor.Length == 0 || Pages[file].Contains($"<a id=\"{anchor}\"></a>", StringComparison.Ordinal),
                    $"{name}: {link.Value} leads to no anchor.");
                count++;
            }
        }

        Assert.True(count > Libraries.Types.Count, $"Only {count} links were found.");
    }

    [Fact]
    public void Anchors_of_a_page_differ() => Assert.All(Pages, page =>
    {
        string[] anchors = [.. Anchor().Matches(page.Value).Select(match => match.Value)];
        Assert.Equal(anchors.Length, anchors.Distinct(StringComparer.Ordinal).Count());
    });

    [Fact]
    public void Two_runs_write_the_same_bytes()
    {
        string first = Directory.CreateTempSubdirectory("api-docs-").FullName;
        string second = Directory.CreateTempSubdirectory("api-docs-").FullName;
        try
        {
            Site.Write(Pages, first);
            Site.Write(Site.Build(Api.Load()), second);
            string[] names = [.. Directory.EnumerateFiles(first).Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)];
            Assert.Equal(Pages.Keys.Order(StringComparer.Ordinal), names);
            Assert.All(names, name => Assert.Equal(
                File.ReadAllBytes(Path.Combine(first, name)), File.ReadAllBytes(Path.Combine(second, name))));
            Assert.Equal(names.Length, Directory.EnumerateFiles(second).Count());
        }
        finally
        {
            Directory.Delete(first, recursive: true);
            Directory.Delete(second, recursive: true);
        }
    }

    // A constructor that the compiler adds has no comment.
    private static bool IsImplicit(MemberInfo member) => member is ConstructorInfo constructor
        && constructor.GetParameters().Length == 0;

    private static string Source([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "src");

    [GeneratedRegex(@"```.*?```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(
        @"</?(see|seealso|c|para|inheritdoc|paramref|typeparamref|param|list|item|code)\b|cref[:=]|\b[TMPFE!]:[A-Z]")]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"\]\((?<file>[^)#:]*)(#(?<anchor>[^)]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<a id=""[^""]*""></a>")]
    private static partial Regex Anchor();
}
