using GymSharp.Environments.Box2D;
using GymSharp.Registration;
using GymSharp.Testing;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>The rules for environments in general, for every id.</summary>
public sealed class Box2DConformanceTests
{
    public static TheoryData<string> Ids
    {
        get
        {
            EnvRegistry registry = new();
            Box2DFamily.Register(registry);
            return [.. registry.Specs.Select(spec => spec.Id)];
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
