using GymSharp.Mujoco.Rendering;

namespace GymSharp.Mujoco.Tests.Rendering;

/// <summary>
/// Draws a picture by each renderer that a variable names, and reports how that went. <see cref="MissingGlTests"/> runs
/// this class in processes where OpenGL is missing.
/// </summary>
public sealed class RendererProbe
{
    /// <summary>Environment variable that names the file for the report.</summary>
    public const string ReportVariable = "GYMSHARP_RENDERER_REPORT";

    /// <summary>Environment variable with the renderers' names, with commas between.</summary>
    public const string KindsVariable = "GYMSHARP_RENDERER_KINDS";

    [Fact]
    public void Each_renderer_draws_or_says_why_not()
    {
        string[] kinds = (Environment.GetEnvironmentVariable(KindsVariable) ?? "canvas").Split(',');
        List<string> lines = [];
        using (GymLog.Capture(warning => lines.Add($"warning: {warning}")))
        {
            lines.AddRange(kinds.Select(kind => $"{kind}: {Attempt(RendererNames.Parse(kind, "the test"))}"));
        }

        Assert.Contains(lines, line => line.Contains("colours", StringComparison.Ordinal)
            || line.Contains("apt-get", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable(ReportVariable) is { } report)
        {
            File.WriteAllLines(report, lines);
        }
    }

    private static string Attempt(RendererKind kind)
    {
        using MujocoModel model = MujocoModels.Load("ant");
        using MujocoData data = new(model);
        data.Forward();
        try
        {
            using MujocoRenderer renderer = new(model, new ViewOptions { Width = 64, Height = 64, Renderer = kind });
            int colors = renderer.Render(data).Pixels.Chunk(3).Select(pixel => (pixel[0], pixel[1], pixel[2]))
                .Distinct().Count();
            return $"{renderer.Kind} {(colors > 50 ? "many" : "few")} colours";
        }
        catch (MujocoException error)
        {
            return error.Message;
        }
    }
}
