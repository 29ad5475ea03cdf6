using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GymSharp.Architecture;

/// <summary>The repository's own files, read as text and as syntax.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>Paths of C# files below a folder, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Sources(string folder)
    {
        string start = Path.Combine(Root, folder);
        return !Directory.Exists(start)
            ? []
            : [.. Directory.EnumerateFiles(start, "*.cs", SearchOption.AllDirectories)
                .Select(Relative)
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> Projects() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>The pages that people read: those at the root and everything below <c>docs</c>.</summary>
    public static IReadOnlyList<string> Pages() =>
        [.. Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(Relative).Order(StringComparer.Ordinal)];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static SyntaxNode Syntax(string path) => CSharpSyntaxTree
        .ParseText(Text(path), new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot();

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
