using System.Xml.Linq;

namespace GymSharp.Architecture;

/// <summary>Which project may know which.</summary>
public sealed class ReferenceTests
{
    // The arrows of the design. A project that is not listed may know nothing of this solution.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GymSharp"] = [],
        ["GymSharp.Physics2D"] = [],
        ["GymSharp.Atari2600"] = [],
        ["GymSharp.Neural"] = ["GymSharp"],
        ["GymSharp.Testing"] = ["GymSharp"],
        ["GymSharp.Environments"] = ["GymSharp", "GymSharp.Physics2D", "GymSharp.Atari2600"],
        ["GymSharp.Mujoco"] = ["GymSharp"],
        ["GymSharp.Learning"] = ["GymSharp", "GymSharp.Neural"],
        ["GymSharp.Tracking"] = ["GymSharp"],
        ["GymSharp.Studio"] = ["GymSharp", "GymSharp.Tracking"],
        ["GymSharp.Jupyter"] = ["GymSharp"],
        ["GymSharp.Distributed"] = ["GymSharp", "GymSharp.Learning"],
        ["GymSharp.Cli"] = ["*"],
    };

    [Fact]
    public void Projects_reference_only_what_the_design_allows()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Projects())
        {
            string project = Path.GetFileNameWithoutExtension(path);
            string[] allowed = Allowed.GetValueOrDefault(project, []);
            offenders.AddRange(References(path)
                .Where(reference => !allowed.Contains("*") && !allowed.Contains(reference))
                .Select(reference => $"{project} -> {reference}"));
        }

        Assert.True(offenders.Count == 0, "Not allowed by docs/internals/architecture.md: " + string.Join("; ", offenders));
    }

    [Fact]
    public void Every_project_has_code() =>
        Assert.All(Repository.Projects(), path => Assert.NotEmpty(Repository.Sources(Path.GetDirectoryName(path)!)));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = Repository.Text("GymSharp.slnx");
        Assert.All(Repository.Projects(), path => Assert.Contains($"\"{path}\"", solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(string path) => XDocument.Parse(Repository.Text(path))
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
