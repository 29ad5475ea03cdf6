using System.Runtime.CompilerServices;
using GymSharp.Registration;

namespace GymSharp.Testing;

/// <summary>The environment of the ten-minute guide works as the guide prints it.</summary>
public sealed class GuideTests
{
    [Fact]
    public void The_guides_own_environment_keeps_the_contract()
    {
        EnvSpec spec = new("Corridor-v0", _ => new CorridorEnv()) { MaxEpisodeSteps = 100 };
        Assert.All(EnvConformance.Check(() => Gym.Make(spec)), result => Assert.Null(result.Problem));
    }

    [Fact]
    public void The_guide_prints_the_code_that_is_tested()
    {
        string code = File.ReadAllText(Path.Combine(Folder(), "CorridorEnv.cs")).ReplaceLineEndings("\n");
        string guide = File.ReadAllText(Path.Combine(Folder(), "..", "..", "docs", "guide", "first-ten-minutes.md"));
        int body = code.IndexOf("public sealed class", StringComparison.Ordinal);
        Assert.Contains(code[body..].TrimEnd(), guide.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
