namespace GymSharp.Mujoco.Native;

/// <summary>The library's functions that make scenes and pictures.</summary>
/// <param name="api">The library.</param>
internal sealed unsafe class VisualApi(NativeApi api)
{
    public NativeLayout Layout { get; } = api.Layout;

    // Scenes, which need no OpenGL.
    public delegate* unmanaged<void*, void> DefaultCamera { get; } =
        (delegate* unmanaged<void*, void>)api.Export("mjv_defaultCamera");

    public delegate* unmanaged<void*, void> DefaultOption { get; } =
        (delegate* unmanaged<void*, void>)api.Export("mjv_defaultOption");

    public delegate* unmanaged<void*, void> DefaultScene { get; } =
        (delegate* unmanaged<void*, void>)api.Export("mjv_defaultScene");

    // An address for ErrorGuard: it can fail.
    public nint MakeScene { get; } = api.Export("mjv_makeScene");

    public delegate* unmanaged<void*, void> FreeScene { get; } =
        (delegate* unmanaged<void*, void>)api.Export("mjv_freeScene");

    public delegate* unmanaged<void*, void*, void*, void*, void*, int, void*, void> UpdateScene { get; } =
        (delegate* unmanaged<void*, void*, void*, void*, void*, int, void*, void>)api.Export("mjv_updateScene");

    // Pictures, for a thread that has an OpenGL context.
    public delegate* unmanaged<void*, void> DefaultContext { get; } =
        (delegate* unmanaged<void*, void>)api.Export("mjr_defaultContext");

    // An address for ErrorGuard: it can fail.
    public nint MakeContext { get; } = api.Export("mjr_makeContext");

    public delegate* unmanaged<void*, void> FreeContext { get; } =
        (delegate* unmanaged<void*, void>)api.Export("mjr_freeContext");

    public delegate* unmanaged<int, void*, void> SetBuffer { get; } =
        (delegate* unmanaged<int, void*, void>)api.Export("mjr_setBuffer");

    public delegate* unmanaged<Viewport, void*, void*, void> Render { get; } =
        (delegate* unmanaged<Viewport, void*, void*, void>)api.Export("mjr_render");

    public delegate* unmanaged<byte*, float*, Viewport, void*, void> ReadPixels { get; } =
        (delegate* unmanaged<byte*, float*, Viewport, void*, void>)api.Export("mjr_readPixels");
}
