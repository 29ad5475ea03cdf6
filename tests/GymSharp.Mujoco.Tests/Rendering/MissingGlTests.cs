using System.Diagnostics;
using System.Runtime.InteropServices;
using GymSharp.Mujoco.Rendering;

namespace GymSharp.Mujoco.Tests.Rendering;

/// <summary>Processes in which OpenGL cannot be loaded, or by one platform only.</summary>
public sealed class MissingGlTests
{
    private static readonly string[] EglFiles = ["libEGL.so.1"];
    private static readonly string[] OsMesaFiles = ["libOSMesa.so.8", "libOSMesa.so.6", "libOSMesa.so"];

    [Fact]
    public void Without_OpenGL_it_is_said_what_to_install()
    {
        string[] lines = Report("egl,osmesa,canvas", [.. EglFiles, .. OsMesaFiles]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("egl: OpenGL by EGL: libEGL.so.1 was not found.", lines[0], StringComparison.Ordinal);
        Assert.Contains("apt-get install libegl1 libgl1-mesa-dri", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("osmesa: OpenGL by OSMesa: libOSMesa.so.8 was not found.", lines[1], StringComparison.Ordinal);
        Assert.Contains("apt-get install libosmesa6", lines[1], StringComparison.Ordinal);
        Assert.Equal("canvas: Canvas many colours", lines[2]);
    }

    [Fact]
    public void Without_OpenGL_auto_draws_by_the_canvas_and_says_so_once()
    {
        string[] lines = Report("auto,auto", [.. EglFiles, .. OsMesaFiles]);
        Assert.StartsWith(
            "warning: MuJoCo's pictures are drawn without OpenGL.", Assert.Single(lines, IsWarning),
            StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(line => line == "auto: Canvas many colours"));
    }

    [Fact]
    public void Without_a_device_EGL_says_so() => Assert.Contains(
        "no device gives a context", Report("egl", [], ("__EGL_VENDOR_LIBRARY_FILENAMES", "/dev/null"))[0],
        StringComparison.Ordinal);

    [Fact]
    public void Without_EGL_auto_draws_by_OSMesa() =>
        Assert.Equal(["auto: OsMesa many colours"], Report("auto", EglFiles));

    [Fact]
    public void The_environment_variable_chooses() => Assert.Equal(
        ["auto: Canvas many colours"], Report("auto", [], (MujocoRenderer.RendererVariable, "canvas")));

    private static bool IsWarning(string line) => line.StartsWith("warning", StringComparison.Ordinal);

    // Empty files that the loader finds first take libraries away from a process.
    private static string[] Report(string kinds, string[] missing, params (string Name, string Value)[] settings)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gymsharp");
        try
        {
            foreach (string file in missing)
            {
                File.WriteAllText(Path.Combine(folder.FullName, file), "");
            }

            string report = Path.Combine(folder.FullName, "report.txt");
            Run(kinds, folder.FullName, report, settings);
            return File.ReadAllLines(report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string kinds, string folder, string report, (string Name, string Value)[] settings)
    {
        string host = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        ProcessStartInfo start = new(host)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(RendererProbe).Assembly.Location);
        start.ArgumentList.Add("-class");
        start.ArgumentList.Add(typeof(RendererProbe).FullName!);
        start.Environment[RendererProbe.ReportVariable] = report;
        start.Environment[RendererProbe.KindsVariable] = kinds;
        start.Environment["LD_LIBRARY_PATH"] = folder;
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
