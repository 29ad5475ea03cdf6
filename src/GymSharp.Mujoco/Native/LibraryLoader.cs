using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Finds the library, asks for its release and chooses the table.</summary>
internal static class LibraryLoader
{
    /// <summary>The release whose numbers the tests hold the environments to; sought first.</summary>
    public const string Reference = "2.2.2";

    private const string HowToInstall = $"""
        To install it:
          Debian, Ubuntu: sudo apt-get install libmujoco{Reference}
          Linux, macOS, Windows: unpack the archive for your system from
            https://github.com/google-deepmind/mujoco/releases, or run `pip install mujoco`,
            and set {MujocoLibrary.PathVariable} to the file libmujoco.so.X.Y.Z, libmujoco.X.Y.Z.dylib or mujoco.dll in it.
        """;

    /// <summary>Loads the library.</summary>
    /// <param name="path">Its file, or null to seek it where the system seeks libraries.</param>
    /// <returns>The library, or why there is none and how to install it.</returns>
    public static (NativeApi? Api, string? Missing) Load(string? path)
    {
        if (path is { Length: > 0 })
        {
            return NativeLibrary.TryLoad(path, out nint chosen)
                ? Open(chosen, path)
                : (null, $"{MujocoLibrary.PathVariable} names '{path}', which "
                    + (File.Exists(path) ? "is no library for this system. " : "does not exist. ") + HowToInstall);
        }

        foreach (string name in Names())
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return Open(library, name);
            }
        }

        return (null, "The MuJoCo library is not installed. " + HowToInstall);
    }

    /// <summary>What is said about a release for which there is no table.</summary>
    public static string Unknown(string name, int version) =>
        $"The MuJoCo library '{name}' is of release {version}, which is not known here. "
        + $"Install one of {string.Join(", ", NativeLayout.Releases)}. " + HowToInstall;

    private static unsafe (NativeApi? Api, string? Missing) Open(nint library, string name)
    {
        if (!NativeLibrary.TryGetExport(library, "mj_version", out nint version))
        {
            return (null, $"The file '{name}' is not the MuJoCo library. " + HowToInstall);
        }

        int number = ((delegate* unmanaged<int>)version)();
        if (NativeLayout.Find(number) is not { } layout)
        {
            return (null, Unknown(name, number));
        }

        try
        {
            return (new NativeApi(library, layout), null);
        }
        catch (EntryPointNotFoundException missing)
        {
            return (null, $"The MuJoCo library '{name}' is damaged: {missing.Message} " + HowToInstall);
        }
    }

    // Libraries of every known release, the reference first, then the newest; then whatever has no number.
    private static IEnumerable<string> Names()
    {
        IEnumerable<string> releases = NativeLayout.Releases.Reverse().OrderBy(release => release != Reference);
        return OperatingSystem.IsWindows() ? ["mujoco.dll"]
            : OperatingSystem.IsMacOS() ? [.. releases.Select(release => $"libmujoco.{release}.dylib"), "libmujoco.dylib"]
            : [.. releases.Select(release => $"libmujoco.so.{release}"), "libmujoco.so"];
    }
}
