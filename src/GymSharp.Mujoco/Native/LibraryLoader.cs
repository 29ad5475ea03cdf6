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
          Linux, macOS, Windows: unpack a release for your system from
            https://github.com/google-deepmind/mujoco/releases
            and set the environment variable {MujocoLibrary.PathVariable} to the library in it:
            lib/libmujoco.so.X.Y.Z, libmujoco.X.Y.Z.dylib or bin\mujoco.dll.
        """;

    /// <summary>Loads the library.</summary>
    /// <param name="path">Its file, or null to seek it where the system seeks libraries.</param>
    /// <returns>The library, or what is needed, why, and how to install it.</returns>
    public static (NativeApi? Api, string? Missing) Load(string? path)
    {
        if (path is { Length: > 0 })
        {
            return NativeLibrary.TryLoad(path, out nint chosen)
                ? Open(chosen, path)
                : (null, $"the MuJoCo library, but {MujocoLibrary.PathVariable} names '{path}', which "
                    + (File.Exists(path) ? "is no library for this system.\n" : "does not exist.\n") + HowToInstall);
        }

        foreach (string name in Names())
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return Open(library, name);
            }
        }

        return (null, "the MuJoCo library, which is not installed.\n" + HowToInstall);
    }

    /// <summary>What is needed where the library is of a release for which there is no table.</summary>
    public static string Unknown(string name, int version) =>
        $"a MuJoCo library of another release: '{name}' calls itself {version}, which is not known here.\n"
        + $"Known are {string.Join(", ", NativeLayout.Releases)}.\n" + HowToInstall;

    private static unsafe (NativeApi? Api, string? Missing) Open(nint library, string name)
    {
        if (!NativeLibrary.TryGetExport(library, "mj_version", out nint version))
        {
            return (null, $"the MuJoCo library, but '{name}' is something else.\n" + HowToInstall);
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
            return (null, $"the MuJoCo library, but '{name}' is damaged: {missing.Message}\n" + HowToInstall);
        }
    }

    // Libraries of every known release, the reference first, then the newest; then whatever has no number.
    private static IEnumerable<string> Names()
    {
        IEnumerable<string> releases = NativeLayout.Releases.Reverse().OrderBy(release => release != Reference);
        return OperatingSystem.IsWindows() ? ["mujoco.dll"]
            : OperatingSystem.IsMacOS()
                ? [.. releases.Select(release => $"libmujoco.{release}.dylib"), "libmujoco.dylib"]
            : [.. releases.Select(release => $"libmujoco.so.{release}"), "libmujoco.so"];
    }
}
