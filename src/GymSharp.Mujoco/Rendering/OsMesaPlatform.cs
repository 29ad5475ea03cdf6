using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Rendering;

/// <summary>OpenGL by Mesa's software alone.</summary>
internal sealed unsafe class OsMesaPlatform : GlPlatform
{
    private const string HowToInstall =
        "Debian and Ubuntu: apt-get install libosmesa6. Or choose the renderer 'canvas', which needs no OpenGL.";

    private const int Rgba = 0x1908;
    private const int UnsignedByte = 0x1401;

    // Pictures are drawn into a buffer of OpenGL's own; this one must only be there.
    private const int Side = 16;
    private static readonly string[] Names = ["libOSMesa.so.8", "libOSMesa.so.6", "libOSMesa.so"];

    /// <inheritdoc/>
    public override void MakeCurrent()
    {
        nint library = 0;
        if (!Array.Exists(Names, name => NativeLibrary.TryLoad(name, out library)))
        {
            throw new MujocoException($"OpenGL by OSMesa: {Names[0]} was not found. {HowToInstall}");
        }

        nint context = ((delegate* unmanaged<int, int, int, int, nint, nint>)
            NativeLibrary.GetExport(library, "OSMesaCreateContextExt"))(Rgba, 24, 8, 8, 0);
        void* buffer = NativeMemory.AllocZeroed(Side * Side * 4);
        if (context == 0 || ((delegate* unmanaged<nint, void*, int, int, int, byte>)
            NativeLibrary.GetExport(library, "OSMesaMakeCurrent"))(context, buffer, UnsignedByte, Side, Side) == 0)
        {
            NativeMemory.Free(buffer);
            throw new MujocoException($"OpenGL by OSMesa: the library gives no context for OpenGL. {HowToInstall}");
        }
    }
}
