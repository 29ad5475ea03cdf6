namespace GymSharp.Mujoco.Rendering;

/// <summary>What draws the pictures.</summary>
public enum RendererKind
{
    /// <summary>The first that works of <see cref="Egl"/>, <see cref="OsMesa"/> and <see cref="Canvas"/>.</summary>
    Auto,

    /// <summary>MuJoCo's renderer on OpenGL through EGL: a graphics card, or Mesa's software.</summary>
    Egl,

    /// <summary>MuJoCo's renderer on OpenGL in memory, by Mesa's software.</summary>
    OsMesa,

    /// <summary>Our own renderer, which needs no OpenGL.</summary>
    Canvas,
}
