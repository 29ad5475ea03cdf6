using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Rendering;

/// <summary>OpenGL through EGL: a graphics card without a display, or Mesa's software.</summary>
internal sealed unsafe class EglPlatform : GlPlatform
{
    private const string Library = "libEGL.so.1";
    private const string HowToInstall =
        "Debian and Ubuntu: apt-get install libegl1 libgl1-mesa-dri (software) or the driver of the graphics card. "
        + "Or choose the renderer 'canvas', which needs no OpenGL.";

    private const int DevicePlatform = 0x313F;
    private const int SurfacelessPlatform = 0x31DD;
    private const int OpenGlApi = 0x30A2;
    private const int MostDevices = 16;

    // Pairs of EGL_SURFACE_TYPE pbuffer, EGL_RENDERABLE_TYPE OpenGL, 8 bits of red, green and blue, 24 bits of depth.
    private static readonly int[] Wanted =
        [0x3033, 1, 0x3040, 8, 0x3024, 8, 0x3023, 8, 0x3022, 8, 0x3025, 24, 0x3038];

    private nint library;

    /// <inheritdoc/>
    public override void MakeCurrent()
    {
        if (!NativeLibrary.TryLoad(Library, out library))
        {
            throw new MujocoException($"OpenGL by EGL: {Library} was not found. {HowToInstall}");
        }

        foreach (nint display in Displays())
        {
            if (TryUse(display))
            {
                return;
            }
        }

        throw new MujocoException($"OpenGL by EGL: no device gives a context for OpenGL. {HowToInstall}");
    }

    private IEnumerable<nint> Displays()
    {
        foreach (nint device in Devices())
        {
            yield return PlatformDisplay(DevicePlatform, device);
        }

        yield return PlatformDisplay(SurfacelessPlatform, 0);
        yield return DefaultDisplay();
    }

    private nint[] Devices()
    {
        nint query = Extension("eglQueryDevicesEXT"u8);
        nint* devices = stackalloc nint[MostDevices];
        int count = 0;
        return query != 0 && ((delegate* unmanaged<int, nint*, int*, int>)query)(MostDevices, devices, &count) != 0
            ? new Span<nint>(devices, count).ToArray()
            : [];
    }

    private nint PlatformDisplay(int platform, nint native)
    {
        nint get = Extension("eglGetPlatformDisplayEXT"u8);
        return get == 0 ? 0 : ((delegate* unmanaged<int, nint, int*, nint>)get)(platform, native, null);
    }

    private nint DefaultDisplay() => ((delegate* unmanaged<nint, nint>)Export("eglGetDisplay"))(0);

    private bool TryUse(nint display)
    {
        int major = 0;
        int minor = 0;
        if (display == 0
            || ((delegate* unmanaged<nint, int*, int*, int>)Export("eglInitialize"))(display, &major, &minor) == 0
            || ((delegate* unmanaged<int, int>)Export("eglBindAPI"))(OpenGlApi) == 0)
        {
            return false;
        }

        nint config = 0;
        int count = 0;
        fixed (int* wanted = Wanted)
        {
            if (((delegate* unmanaged<nint, int*, nint*, int, int*, int>)Export("eglChooseConfig"))(
                display, wanted, &config, 1, &count) == 0 || count == 0)
            {
                return false;
            }
        }

        nint context = ((delegate* unmanaged<nint, nint, nint, int*, nint>)Export("eglCreateContext"))(
            display, config, 0, null);
        return context != 0 && ((delegate* unmanaged<nint, nint, nint, nint, int>)Export("eglMakeCurrent"))(
            display, 0, 0, context) != 0;
    }

    private nint Export(string name) => NativeLibrary.GetExport(library, name);

    private nint Extension(ReadOnlySpan<byte> name)
    {
        fixed (byte* text = name)
        {
            return ((delegate* unmanaged<byte*, nint>)Export("eglGetProcAddress"))(text);
        }
    }
}
