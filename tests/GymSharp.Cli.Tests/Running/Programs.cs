using System.Reflection;
using System.Runtime.CompilerServices;

namespace GymSharp.Cli.Running;

/// <summary>Where the built programs are, whichever the configuration.</summary>
internal static class Programs
{
    public static string Cli { get; } = Find("GymSharp.Cli", "src");

    public static string FirstLoop { get; } = Find("FirstLoop", "samples");

    public static string Humanoid { get; } = Find("Humanoid", "samples");

    public static string Lasers { get; } = Find("Lasers", "samples");

    /// <summary>The source of a sample that is one file.</summary>
    public static string Sample(string file) =>
        Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "..", "samples", file));

    // Referenced programs are copied beside the tests; otherwise the project's own output in the configuration of the tests.
    private static string Find(string name, string folder)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, name);
        if (File.Exists(beside + ".dll") && File.Exists(beside + ".runtimeconfig.json"))
        {
            return beside + ".dll";
        }

        string configuration = Assembly.GetExecutingAssembly()
            .GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string built = Path.GetFullPath(Path.Combine(
            SourceFolder(), "..", "..", "..", folder, name, "bin", configuration, "net10.0", name + ".dll"));
        return File.Exists(built)
            ? built
            : throw new FileNotFoundException($"{name} was built neither beside the tests nor at {built}.");
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
