using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Draws by MuJoCo's own renderer.</summary>
internal sealed unsafe class GlPainter : IPainter
{
    private const int FontScale = 150;
    private const int OffscreenBuffer = 1;
    private readonly GlThread thread;
    private readonly VisualApi api;
    private readonly Viewport picture;
    private readonly byte[] flipped;
    private readonly ContextHandle handle;
    private readonly void* context;

    /// <summary>Gives a model's meshes and textures to OpenGL.</summary>
    /// <param name="thread">The thread that has the context.</param>
    /// <param name="model">What is drawn.</param>
    /// <param name="width">Width of the pictures.</param>
    /// <param name="height">Height of the pictures.</param>
    public GlPainter(GlThread thread, MujocoModel model, int width, int height)
    {
        this.thread = thread;
        api = new VisualApi(model.Api);
        picture = new Viewport(0, 0, width, height);
        flipped = new byte[width * height * 3];
        handle = new ContextHandle(api, thread);
        context = (void*)handle.DangerousGetHandle();
        thread.Run(() => Make(model));
    }

    /// <inheritdoc/>
    public void Draw(NativeView scene, byte[] rgb)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        thread.Run(() =>
        {
            api.SetBuffer(OffscreenBuffer, context);
            api.Render(picture, (void*)scene.Start, context);
            fixed (byte* pixels = flipped)
            {
                api.ReadPixels(pixels, null, picture, context);
            }
        });
        GC.KeepAlive(handle);
        int stride = 3 * picture.Width;
        for (int row = 0; row < picture.Height; row++)
        {
            flipped.AsSpan((picture.Height - 1 - row) * stride, stride).CopyTo(rgb.AsSpan(row * stride));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    // The library takes the size of its buffer from the model, which others may be using: it gets its own back.
    private void Make(MujocoModel model)
    {
        int* width = Buffer(model, "global.offwidth");
        int* height = Buffer(model, "global.offheight");
        lock (model)
        {
            (int Width, int Height) before = (*width, *height);
            (*width, *height) = (picture.Width, picture.Height);
            try
            {
                ErrorGuard.Call(api.MakeContext, (nint)model.Pointer, (nint)context, FontScale);
            }
            finally
            {
                (*width, *height) = before;
            }
        }
    }

    private int* Buffer(MujocoModel model, string name) =>
        (int*)((byte*)model.View.Address("vis") + api.Layout["mjVisual"][name].Offset);
}
