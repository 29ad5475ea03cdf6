using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GymSharp.Architecture;

/// <summary>How large files and methods may grow. Offenders are named; exemptions stand in <see cref="Exemptions"/>.</summary>
public sealed class BudgetTests
{
    private const int FileLines = 400;
    private const int FileLinesAt95Percent = 320;
    private const int FileLinesMedian = 80;
    private const int MethodLines = 60;
    private const int MethodLinesAt95Percent = 40;
    private const int MethodLinesMedian = 8;
    private const int Parameters = 6;
    private const int Columns = 120;

    [Fact]
    public void No_file_is_too_long()
    {
        List<(string Path, int Lines)> files =
            [.. Repository.Sources("src").Select(path => (path, Repository.Text(path).Split('\n').Length - 1))];
        Report(files.Where(file => file.Lines > FileLines && !Exemptions.Covers(file.Path, null))
            .Select(file => $"{file.Path} has {file.Lines} lines, at most {FileLines}"));
        Percentile(files.Select(file => file.Lines), 0.95, FileLinesAt95Percent, "file length");
        Percentile(files.Select(file => file.Lines), 0.5, FileLinesMedian, "file length");
    }

    [Fact]
    public void No_method_is_too_long()
    {
        List<(string Path, string Name, int Lines)> methods = [];
        foreach (string path in Repository.Sources("src"))
        {
            methods.AddRange(Methods(path).Select(method => (path, Name(method), Lines(method))));
        }

        Report(methods.Where(method => method.Lines > MethodLines && !Exemptions.Covers(method.Path, method.Name))
            .Select(method => $"{method.Path}: {method.Name} has {method.Lines} lines, at most {MethodLines}"));
        Percentile(methods.Select(method => method.Lines), 0.95, MethodLinesAt95Percent, "method length");
        Percentile(methods.Select(method => method.Lines), 0.5, MethodLinesMedian, "method length");
    }

    [Fact]
    public void No_method_has_too_many_parameters()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Sources("src"))
        {
            offenders.AddRange(Methods(path)
                .Where(method => method.ParameterList.Parameters.Count > Parameters && !Exemptions.Covers(path, Name(method)))
                .Select(method => $"{path}: {Name(method)} has {method.ParameterList.Parameters.Count} parameters, at most {Parameters}"));
        }

        Report(offenders);
    }

    [Fact]
    public void No_line_is_too_long()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Sources("src"))
        {
            string[] lines = Repository.Text(path).Split('\n');
            offenders.AddRange(Enumerable.Range(0, lines.Length)
                .Where(i => lines[i].TrimEnd('\r').Length > Columns)
                .Select(i => $"{path}:{i + 1} has {lines[i].Length} columns, at most {Columns}"));
        }

        Report(offenders);
    }

    [Fact]
    public void Each_file_has_one_public_type_of_its_name()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Sources("src"))
        {
            List<string> types = [.. TopTypes(path).Where(IsPublic).Select(TypeName)];
            string file = Path.GetFileNameWithoutExtension(path);
            if (types.Count > 1)
            {
                offenders.Add($"{path} has {types.Count} public types: {string.Join(", ", types)}");
            }
            else if (types.Count == 1 && file != types[0] && !file.StartsWith(types[0] + ".", StringComparison.Ordinal)
                && !file.StartsWith(types[0] + "{", StringComparison.Ordinal))
            {
                offenders.Add($"{path} should be named for its type, {types[0]}");
            }
        }

        Report(offenders);
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Sources("src"))
        {
            offenders.AddRange(Repository.Syntax(path).DescendantNodes().OfType<MemberDeclarationSyntax>()
                .Where(member => IsVisible(member) && !IsDocumented(member))
                .Select(member => $"{path}:{member.GetLocation().GetLineSpan().StartLinePosition.Line + 1} has no doc comment"));
        }

        Report(offenders);
    }

    [Fact]
    public void Exemptions_are_still_needed() => Assert.All(Exemptions.All, exemption =>
    {
        Assert.NotEmpty(exemption.Reason);
        Assert.True(
            File.Exists(Path.Combine(Repository.Root, exemption.Path)), $"{exemption.Path} is gone: remove its exemption.");
        Assert.True(
            exemption.Method is null || Methods(exemption.Path).Any(method => Name(method) == exemption.Method),
            $"{exemption.Path} has no {exemption.Method}: remove its exemption.");
    });

    private static void Report(IEnumerable<string> offenders)
    {
        string[] list = [.. offenders];
        Assert.True(list.Length == 0, string.Join(Environment.NewLine, list));
    }

    private static void Percentile(IEnumerable<int> values, double share, int budget, string what)
    {
        int[] sorted = [.. values.Order()];
        int value = sorted[(int)(share * (sorted.Length - 1))];
        Assert.True(value <= budget, $"{what}: {share:P0} of {sorted.Length} are at most {value} lines; the budget is {budget}.");
    }

    private static IEnumerable<BaseMethodDeclarationSyntax> Methods(string path) =>
        Repository.Syntax(path).DescendantNodes().OfType<BaseMethodDeclarationSyntax>();

    private static string Name(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.Kind().ToString(),
    };

    // Without the doc comment above it.
    private static int Lines(BaseMethodDeclarationSyntax method)
    {
        FileLinePositionSpan span = method.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static IEnumerable<MemberDeclarationSyntax> TopTypes(string path) => Repository.Syntax(path).DescendantNodes()
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && member.Parent is not TypeDeclarationSyntax);

    private static string TypeName(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool IsVisible(MemberDeclarationSyntax member)
    {
        if (member is BaseNamespaceDeclarationSyntax or EnumMemberDeclarationSyntax or GlobalStatementSyntax)
        {
            return false;
        }

        bool inInterface = member.Parent is InterfaceDeclarationSyntax;
        return (IsPublic(member) || inInterface)
            && member.Ancestors().OfType<TypeDeclarationSyntax>().All(type => IsPublic(type));
    }

    private static bool IsDocumented(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(SyntaxKind.OverrideKeyword)
        || member.GetLeadingTrivia().Any(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax)
        || (member.Modifiers.Any(SyntaxKind.PartialKeyword) && member is TypeDeclarationSyntax);
}
