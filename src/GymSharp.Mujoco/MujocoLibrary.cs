using GymSharp.Mujoco.Native;
using GymSharp.Registration;

namespace GymSharp.Mujoco;

/// <summary>The native MuJoCo library: whether it is there, and which release it is.</summary>
public static class MujocoLibrary
{
    /// <summary>The environment variable that names the file of the library.</summary>
    public const string PathVariable = "GYMSHARP_MUJOCO";

    private static readonly Lazy<(NativeApi? Api, string? Missing)> Loaded =
        new(static () => LibraryLoader.Load(Environment.GetEnvironmentVariable(PathVariable)));

    /// <summary>Whether the library was found and its release is known.</summary>
    public static bool IsAvailable => Loaded.Value.Api is not null;

    /// <summary>
    /// What is needed ("the MuJoCo library, which is not installed") and how to install it; null when it can be used.
    /// </summary>
    public static string? Missing => Loaded.Value.Missing;

    /// <summary>The release that was found, such as 2.2.2.</summary>
    /// <exception cref="EnvUnavailableException">The library cannot be used.</exception>
    public static string Version => Api.Layout.Release;

    /// <summary>The functions of the library.</summary>
    /// <exception cref="EnvUnavailableException">The library cannot be used.</exception>
    internal static NativeApi Api => Loaded.Value.Api ?? throw new EnvUnavailableException($"This needs {Missing}");
}
