namespace GymSharp.Mujoco.Rendering;

/// <summary>A way to an OpenGL context without a window.</summary>
internal abstract class GlPlatform
{
    /// <summary>Makes a context and makes it current on the calling thread, which keeps it for good.</summary>
    /// <exception cref="MujocoException">There is none to be had; the message says why and what to install.</exception>
    public abstract void MakeCurrent();

    /// <summary>The platform of a kind.</summary>
    public static GlPlatform Of(RendererKind kind) =>
        kind == RendererKind.Egl ? new EglPlatform() : new OsMesaPlatform();
}
