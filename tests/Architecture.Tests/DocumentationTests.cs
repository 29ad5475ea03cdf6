using System.Reflection;
using System.Text.RegularExpressions;
using GymSharp.Environments;
using GymSharp.Registration;

namespace GymSharp.Architecture;

/// <summary>What the documentation promises must be there.</summary>
public sealed partial class DocumentationTests
{
    private const string Environments = "docs/environments";

    [Fact]
    public void Every_relative_link_leads_to_a_file_of_the_repository()
    {
        List<string> broken = [];
        int links = 0;
        foreach (string page in Repository.Pages())
        {
            foreach (string target in Targets(Prose(page)).Where(IsRelative))
            {
                links++;
                string path = Path.GetFullPath(Path.Combine(Repository.Root, Beside(page, target)));
                if (!path.StartsWith(Repository.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                    || (!File.Exists(path) && !Directory.Exists(path)))
                {
                    broken.Add($"{page} links to {target}, which is not there");
                }
            }
        }

        Assert.True(links > 0, "No links were found.");
        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
    }

    [Fact]
    public void Every_link_to_a_heading_finds_it()
    {
        List<string> broken = [];
        foreach (string page in Repository.Pages())
        {
            foreach (string target in Targets(Prose(page)).Where(LeadsToHeading))
            {
                string file = target[0] == '#' ? page : Beside(page, target);
                string anchor = target[(target.IndexOf('#', StringComparison.Ordinal) + 1)..];
                if (!File.Exists(Path.Combine(Repository.Root, file)) || !Headings(file).Contains(anchor))
                {
                    broken.Add($"{page} links to {target}, and there is no such heading");
                }
            }
        }

        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
    }

    [Fact]
    public void Every_page_of_the_guide_stands_in_the_index_of_the_documentation()
    {
        string[] named = [.. Targets(Prose("docs/README.md")).Select(target => "docs/" + target)];
        string[] folders = ["docs/guide", Environments, "docs/internals"];
        Assert.Empty(Repository.Pages().Where(page => folders.Contains(Folder(page))).Except(named));
    }

    [Fact]
    public void Every_decision_has_its_own_number()
    {
        string[] numbers = [.. Repository.Pages()
            .Where(page => page.StartsWith("docs/decisions/0", StringComparison.Ordinal))
            .Select(page => Path.GetFileName(page)[..4])];
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Distinct(StringComparer.Ordinal), numbers);
    }

    [Fact]
    public void The_page_of_its_family_mentions_every_registered_environment()
    {
        List<string> missing = [];
        foreach ((string family, EnvRegistry registry) in Families())
        {
            string? page = Repository.Pages().FirstOrDefault(page => PageFamily(page) == family);
            string text = page is null ? "" : Repository.Text(page);
            string place = page ?? $"{Environments} has no page for {family} and";
            missing.AddRange(registry.Specs
                .Where(spec => !text.Contains($"`{spec.Id}`", StringComparison.Ordinal)
                    && !text.Contains($"`{Game(spec.Id)}`", StringComparison.Ordinal))
                .Select(spec => $"{place} does not mention `{spec.Id}`"));
        }

        Assert.True(missing.Count == 0, string.Join(Environment.NewLine, missing));
    }

    [Fact]
    public void Every_registered_environment_belongs_to_a_family()
    {
        EnvRegistry all = new();
        new EnvironmentProvider().Register(all);
        Assert.NotEmpty(all.Specs);
        Assert.Equal(
            all.Specs.Select(spec => spec.Id),
            Families().SelectMany(family => family.Registry.Specs).Select(spec => spec.Id)
                .Order(StringComparer.Ordinal));
    }

    // ClassicControlFamily is described by classic-control.md.
    private static IEnumerable<(string Family, EnvRegistry Registry)> Families()
    {
        const string Suffix = "Family";
        foreach (Type type in typeof(EnvironmentProvider).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            EnvRegistry registry = new();
            type.GetMethod("Register", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [registry]);
            yield return (type.Name[..^Suffix.Length].ToLowerInvariant(), registry);
        }
    }

    private static string? PageFamily(string page) => Folder(page) == Environments
        ? Path.GetFileNameWithoutExtension(page).Replace("-", "", StringComparison.Ordinal)
        : null;

    // The game of one of an Atari cartridge's many ids; for other ids what no page has by itself.
    private static string Game(string id) => AtariForms().Replace(id, "");

    private static string Prose(string page) => Code().Replace(Repository.Text(page), "");

    private static IEnumerable<string> Targets(string text) => Link().Matches(text)
        .Select(match => match.Groups["target"].Value);

    private static bool IsExternal(string target) => Scheme().IsMatch(target);

    private static bool IsRelative(string target) => !IsExternal(target) && target[0] != '#';

    private static bool LeadsToHeading(string target) =>
        !IsExternal(target) && target.Contains('#', StringComparison.Ordinal);

    private static string Folder(string page) => page[..Math.Max(0, page.LastIndexOf('/'))];

    private static string Beside(string page, string target) =>
        Path.Combine(Folder(page), Uri.UnescapeDataString(target.Split('#')[0]));

    // As GitHub makes anchors: lower case, without punctuation, hyphens for spaces.
    private static HashSet<string> Headings(string page) =>
    [
        .. Heading().Matches(Repository.Text(page))
            .Select(match => match.Groups["text"].Value.Trim().ToLowerInvariant())
            .Select(text => text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Select(text => string.Concat(text.Select(c => c == ' ' ? '-' : c))),
    ];

    [GeneratedRegex(@"^ALE/|(-ram)?(Deterministic|NoFrameskip)?-v[045]$")]
    private static partial Regex AtariForms();

    [GeneratedRegex(@"^(?<fence>```|~~~).*?^\k<fence>|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\]\(\s*<?(?<target>[^)\s>]+)|^\[[^\]]+\]:\s*(?<target>\S+)|(?:src|href)=""(?<target>[^""]+)""",
        RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^#{1,6} (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
