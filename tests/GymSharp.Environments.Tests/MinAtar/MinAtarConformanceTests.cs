using GymSharp.Environments.MinAtar;
using GymSharp.Registration;
using GymSharp.Testing;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>The rules for environments in general, for every game; the v0 ids differ in the actions only.</summary>
public sealed class MinAtarConformanceTests
{
    public static TheoryData<string> Ids
    {
        get
        {
            EnvRegistry registry = new();
            MinAtarFamily.Register(registry);
            return [.. registry.Specs.Where(spec => spec.Version == 1).Select(spec => spec.Id)];
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_for_environments_holds(string id)
    {
        List<ConformanceResult> results = [.. EnvConformance.Check(id)];
        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.Null(result.Problem));
    }
}
